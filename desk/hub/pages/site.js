// One site: its desks, what its people have to settle, enrolling and revoking.
import { ask } from "./api.js";
import { button, h, icon, number, say, table } from "./dom.js";
import { choice, field, form, Said } from "./dialogs.js";
import { stamp, stateChip } from "./sites.js";
import { full, offset, span } from "./times.js";
import { hubNow } from "./api.js";
import { has, t } from "./texts.js";
import { ticket } from "./ticket.js";

export async function site([siteId], again) {
  const said = await ask("GET", `/sites/${siteId}`);
  const own = said.site;
  const acts = [
    own.state === "planned" ? button(t("site.remove"), "trash", "bad", () => remove(own)) : null,
    button(t("site.change"), "pencil", "", () => change(own, again)),
    button(t("site.enrol"), "qrcode", "main", async () => { await ticket(siteId, own.name); await again(); }),
  ];
  const under = own.own_name && own.own_name !== own.name ? h("p", { className: "muted" }, t("site.own", { name: own.own_name })) : null;
  return [
    h("a", { className: "back", href: "#/sites" }, icon("arrow-left"), t("nav.sites")),
    h("div", { className: "head" }, h("div", {}, h("h1", {}, own.name), under), h("div", { className: "acts" }, acts)),
    own.codes ? openCodes(own, again) : null,
    own.desks.length
      ? h("div", { className: "desks" }, own.desks.map((desk) => card(own, desk, again)))
      : h("div", { className: "card empty" }, icon("qrcode"), h("p", {}, t("site.nodesk"))),
    settle(said),
  ];
}

function openCodes(own, again) {
  const cancel = async () => {
    const { codes } = await ask("DELETE", `/sites/${own.site_id}/codes`);
    say(t("site.codes.cancelled", { n: codes }));
    await again();
  };
  return h("div", { className: "hint section" }, h("span", {}, icon("qrcode"), " ", t("site.codes", { n: own.codes })), button(t("site.codes.cancel"), "", "", cancel));
}

function card(own, desk, again) {
  const gone = desk.condition === "revoked";
  const rows = gone ? goneFacts(desk) : liveFacts(desk);
  const facts = h("dl", { className: "facts" }, rows.filter(Boolean).flatMap(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]));
  const act = gone ? desk.act === "keep" && button(t("desk.wipe_too"), "trash", "bad", () => revoke(own, desk, again, "wipe"))
    : button(t("desk.revoke"), "shield-x", "bad", () => revoke(own, desk, again, "keep"));
  return h("article", { className: "card desk" }, h("header", {}, h("h2", {}, desk.name), stateChip(desk.condition)), facts, act && h("footer", {}, act));
}

function liveFacts(desk) {
  const waiting = desk.waiting ? t("desk.waiting.n", { n: desk.waiting, age: span(hubNow() - desk.oldest_at) }) : "0";
  return [
    ["desk.heard", stamp(desk.heard_at)], ["desk.pushed", stamp(desk.pushed_at)], ["desk.pulled", stamp(desk.pulled_at)], ["desk.waiting", waiting], ["desk.behind", String(desk.behind)],
    ["desk.clock", desk.heard_at ? offset(desk.clock_off) : t("never")], ["desk.version", desk.app], ["desk.conflicts", String(desk.conflicts)], ["desk.refused", String(desk.refused)],
    desk.faces === null ? null : ["desk.faces", String(desk.faces)], ["desk.enrolled", full(desk.enrolled_at)],
  ];
}

function goneFacts(desk) {
  return [["desk.revoked", full(desk.revoked_at)], ["desk.order", t(`desk.order.${desk.act}`)], ["desk.told", desk.told_at ? full(desk.told_at) : t("desk.not_told")]];
}

function settle(said) {
  const tasks = said.tasks.map((task) => [has(`task.${task.sort}`) ? t(`task.${task.sort}`) : task.sort, task.item, stamp(task.opened_at)]);
  const clashes = said.clashes.map((one) => [kindWords(one.kind), number(one.count), stamp(one.last_at)]);
  const parked = said.parked.map((one) => [kindWords(one.kind), has(`reason.${one.code}`) ? t(`reason.${one.code}`) : one.code, stamp(one.at)]);
  const parts = [
    part("site.tasks", "", ["trail.what", "col.thing", "col.when"], tasks),
    part("site.clashes", "site.clashes.why", ["col.kind", ["col.times"], "col.when"], clashes),
    part("site.parked", "", ["col.kind", "col.reason", "col.when"], parked),
  ].filter(Boolean);
  return h("section", { className: "stack" }, h("h2", {}, t("site.settle")), parts.length ? parts : h("p", { className: "card pad muted" }, t("site.settled")));
}

function kindWords(kind) {
  return has(`kind.${kind}`) ? t(`kind.${kind}`) : t("kind.other");
}

function part(head, why, heads, rows) {
  if (!rows.length) return null;
  const named = heads.map((one) => (Array.isArray(one) ? { words: t(one[0]), right: true } : t(one)));
  return h("div", { className: "card" }, h("div", { className: "pad" }, h("h3", {}, t(head)), why && h("p", { className: "muted small" }, t(why))), table(named, rows));
}

async function change(own, again) {
  const { districts } = await ask("GET", "/overview");
  const name = h("input", { required: true, maxLength: 80, value: own.name });
  const choose = h("select", {}, districts.map((one) => h("option", { value: one.id, selected: one.id === own.district_id }, one.name)));
  form(t("site.change"), "", [field(t("site.name"), name), field(t("site.district"), choose)], t("save"), async () => {
    const moved = choose.value === own.district_id ? null : choose.value;
    await ask("PATCH", `/places/${own.site_id}`, { name: name.value, district_id: moved });
    say(t("site.saved"));
    await again();
  });
}

function remove(own) {
  form(t("site.remove"), t("site.remove.sure", { name: own.name }), [], t("site.remove"), async () => {
    await ask("DELETE", `/sites/${own.site_id}`);
    say(t("site.removed", { name: own.name }));
    location.hash = "#/sites";
  }, "bad");
}

function revoke(own, desk, again, first) {
  const name = h("input", { autocomplete: "off" });
  const confirm = field(t("revoke.name", { name: desk.name }), name);
  const keep = choice("act", "keep", t("revoke.keep"), t("revoke.keep.why"), first === "keep");
  const wipe = choice("act", "wipe", t("revoke.wipe"), t("revoke.wipe.why"), first === "wipe", "bad");
  const choices = h("fieldset", {}, desk.condition === "revoked" ? wipe : [keep, wipe]);
  const shown = form(t("revoke.head", { name: desk.name }), t("revoke.why"), [choices, confirm], t("revoke.do"), async (inside) => {
    const act = inside.elements.act.value;
    if (act === "wipe" && name.value.trim() !== desk.name) throw new Said(t("revoke.name", { name: desk.name }));
    await ask("POST", `/sites/${own.site_id}/desks/${desk.device_id}/revoke`, { act });
    say(t("revoke.done", { name: desk.name }));
    await again();
  }, "bad");
  const follow = () => { confirm.hidden = shown.querySelector("[name=act]:checked").value !== "wipe"; };
  shown.addEventListener("change", follow);
  follow();
}
