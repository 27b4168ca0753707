// Who may sign in, and what was done: for administrators.
import { ask } from "./api.js";
import { button, chip, h, icon, say, table } from "./dom.js";
import { choice, field, form, tell } from "./dialogs.js";
import { full } from "./times.js";
import { has, t } from "./texts.js";

export async function accounts(_args, again, me) {
  const [all, { districts }] = await Promise.all([ask("GET", "/accounts"), ask("GET", "/overview")]);
  const open = all.filter((one) => !one.closed), names = new Map(districts.map((one) => [one.id, one.name]));
  const head = h("div", { className: "head" }, h("div", {}, h("h1", {}, t("accounts.head", { n: open.length }))), h("div", { className: "acts" }, button(t("accounts.add"), "user-plus", "main", () => add(districts, again))));
  const rows = all.map((one) => [
    h("span", {}, h("b", {}, one.name), one.id === me.id ? ` (${t("accounts.you")})` : ""),
    t(`role.${one.role}`) + (one.district_id ? ` · ${names.get(one.district_id) ?? ""}` : ""),
    one.closed ? chip(t("accounts.closed"), "circle-x", "") : one.must_change ? chip(t("accounts.must_change"), "key", "warn") : "",
    one.closed || one.id === me.id ? "" : h("span", { className: "acts" }, button(t("accounts.reset"), "key", "", () => reset(one, again)), button(t("accounts.close"), "", "bad", () => close(one, again))),
  ]);
  return [head, h("div", { className: "card" }, table([t("accounts.name"), t("accounts.role"), t("col.state"), ""], rows))];
}

function add(districts, again) {
  const name = h("input", { required: true, maxLength: 40 });
  const choose = h("select", {}, districts.map((one) => h("option", { value: one.id }, one.name)));
  const where = field(t("district.name"), choose);
  const role = h("fieldset", {}, h("legend", {}, t("accounts.role")), choice("role", "officer", t("role.officer"), t("role.officer.why"), true), choice("role", "admin", t("role.admin"), t("role.admin.why"), false));
  const shown = form(t("accounts.add"), "", [field(t("accounts.name"), name), role, where], t("accounts.add"), async (inside) => {
    const chosen = inside.elements.role.value;
    const made = await ask("POST", "/accounts", { name: name.value, role: chosen, district_id: chosen === "officer" ? choose.value : null });
    await again();
    told(name.value, made.password);
  });
  shown.addEventListener("change", () => { where.hidden = shown.querySelector("[name=role]:checked").value === "admin"; });
}

function reset(one, again) {
  form(t("accounts.reset"), one.name, [], t("accounts.reset"), async () => {
    const made = await ask("POST", `/accounts/${one.id}/password`);
    await again();
    told(one.name, made.password);
  });
}

function close(one, again) {
  form(t("accounts.close"), t("accounts.close.sure", { name: one.name }), [], t("accounts.close"), async () => {
    await ask("DELETE", `/accounts/${one.id}`);
    say(t("accounts.close.done", { name: one.name }));
    await again();
  }, "bad");
}

function told(name, password) {
  tell(t("accounts.told.head", { name }), h("p", { className: "secret" }, password), h("p", { className: "hint" }, icon("info-circle"), h("span", {}, t("accounts.told.why"))));
}

function who(name) {
  return has(`who.${name}`) ? t(`who.${name}`) : name;
}

export async function trail() {
  const rows = [];
  const body = h("div", { className: "card" });
  const more = button(t("trail.more"), "history", "", async () => { await load(); });
  const [{ districts, sites }, all] = await Promise.all([ask("GET", "/overview"), ask("GET", "/accounts")]);
  const names = new Map([...districts, ...all].map((one) => [one.id, one.name]).concat(sites.map((one) => [one.site_id, one.name])));
  const load = async () => {
    const before = rows.length ? rows[rows.length - 1].id : "";
    const found = await ask("GET", `/audit${before ? `?before=${before}` : ""}`);
    rows.push(...found);
    more.hidden = found.length < 100;
    body.replaceChildren(table([t("col.when"), t("trail.who"), t("trail.what"), t("trail.of")], rows.map((one) => [full(one.at), who(one.who), has(`do.${one.action}`) ? t(`do.${one.action}`) : one.action, names.get(one.subject) ?? JSON.parse(one.detail).name ?? ""])));
  };
  await load();
  return [h("div", { className: "head" }, h("div", {}, h("h1", {}, t("trail.head")))), body, h("div", {}, more)];
}
