// The one-time code of a site with its QR, told once.
import { ask } from "./api.js";
import { h, icon } from "./dom.js";
import { tell } from "./dialogs.js";
import { lang, t } from "./texts.js";
import { ZONE } from "./times.js";

export async function ticket(siteId, name) {
  const made = await ask("POST", `/sites/${siteId}/codes`);
  const time = new Intl.DateTimeFormat(lang() === "en" ? "en-GB" : "zh-CN", { timeStyle: "short", timeZone: ZONE }).format(made.expires_ms);
  const picture = h("img", { src: `data:image/svg+xml,${encodeURIComponent(made.svg)}`, alt: t("ticket.code"), width: 250, height: 250 });
  const pinned = Boolean(JSON.parse(made.text).pin);
  const words = h("div", { className: "stack" },
    h("p", {}, t("ticket.how")),
    h("div", {}, h("p", { className: "muted small" }, t("ticket.line")), h("p", { className: pinned ? "plain" : "secret" }, pinned ? made.text : `${made.url} ${made.code}`)),
    h("p", {}, t("ticket.good", { time })));
  tell(t("ticket.head", { name }), h("div", { className: "ticket" }, picture, words), h("p", { className: "hint" }, icon("info-circle"), h("span", {}, t("ticket.further"))));
}
