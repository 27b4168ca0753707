// The start page of an administrator: every site and desk, and what needs somebody.
import { ask, hubNow } from "./api.js";
import { button, byName, chip, h, icon, number, table } from "./dom.js";
import { field, form } from "./dialogs.js";
import { ago, full, offset, span } from "./times.js";
import { t } from "./texts.js";
import { ticket } from "./ticket.js";

const LOOKS = {
  live: ["circle-check", "ok"], silent: ["plug-connected-x", "bad"], never: ["hourglass", "info"], clock: ["clock-exclamation", "warn"],
  revoked: ["shield-x", ""], planned: ["hourglass", "info"], empty: ["circle", ""],
};
const TOP = 6;

export function stateChip(state) {
  return chip(t(`state.${state}`), ...LOOKS[state]);
}

export function stamp(ms) {
  return h("span", { title: full(ms), className: ms ? "nowrap" : "muted nowrap" }, ago(ms));
}

export async function sites(_args, again) {
  const said = await ask("GET", "/overview");
  const add = () => addSite(said.districts, again);
  const acts = [button(t("sites.add_district"), "", "", () => addDistrict(again)), button(t("sites.add"), "plus", "main", add)];
  const under = t("sites.under", { sites: said.totals.sites, operations: said.totals.operations.toLocaleString(), url: said.url });
  const head = h("div", { className: "head" }, h("div", {}, h("h1", {}, situation(said)), h("p", { className: "muted small plain" }, under)), h("div", { className: "acts" }, acts));
  return [head, needs(said), said.districts.map((one) => district(one, said.sites.filter((site) => site.district_id === one.id)))];
}

function situation(said) {
  const desks = said.sites.flatMap((site) => site.desks).filter((desk) => desk.condition !== "revoked");
  const silent = desks.filter((desk) => desk.condition === "silent").length;
  const open = said.sites.reduce((sum, site) => sum + site.tasks, 0);
  if (!said.sites.length) return t("sites.head.none");
  if (!desks.length) return t("sites.head.waiting");
  if (silent) return t("sites.head.silent", { n: desks.length, k: silent });
  if (open) return t("sites.head.needs", { k: open });
  return desks.length === 1 ? t("sites.head.one_good") : t("sites.head.good", { n: desks.length });
}

function needs(said) {
  const found = said.sites.flatMap((site) => [
    ...site.desks.filter((desk) => desk.condition === "silent").map((desk) =>
      need(site, "plug-connected-x", "bad", t("need.silent", { site: site.name, desk: desk.name }), t("need.silent.why", { span: span(hubNow() - desk.heard_at), n: desk.waiting }))),
    ...site.desks.filter((desk) => desk.condition === "clock").map((desk) =>
      need(site, "clock-exclamation", "", t("need.silent", { site: site.name, desk: desk.name }), t("need.clock.why", { offset: offset(desk.clock_off) }))),
    site.tasks ? need(site, "list-check", "", site.name, t("need.tasks", { n: site.tasks })) : null,
    site.refused ? need(site, "alert-triangle", "", site.name, t("need.refused", { n: site.refused })) : null,
  ]).filter(Boolean);
  const worst = [...found.filter((one) => one.classList.contains("bad")), ...found.filter((one) => !one.classList.contains("bad"))];
  return found.length ? h("div", { className: "needs" }, worst.slice(0, TOP)) : null;
}

function need(site, picture, look, head, why) {
  return h("a", { className: `need ${look}`, href: `#/site/${site.site_id}` }, icon(picture), h("span", {}, h("b", {}, head), why));
}

function district(one, own) {
  const heads = ["col.site", "col.desk", "col.state", "col.pushed", "col.pulled"].map((key) => t(key));
  const rights = ["col.waiting", "col.behind", "col.clock", "col.version", "col.open"].map((key) => ({ words: t(key), right: true }));
  const rows = own.toSorted((a, b) => byName(a.name, b.name)).flatMap(rowsOf);
  const body = rows.length ? table([...heads, ...rights], rows) : h("div", { className: "empty" }, icon("building-community"), t("sites.empty"));
  const link = h("a", { href: `#/district/${one.id}`, className: "back" }, icon("building-bank"), t("sites.page"));
  return h("section", { className: "stack" }, h("div", { className: "section" }, h("h2", {}, one.name), link), h("div", { className: "card" }, body));
}

function rowsOf(site) {
  const link = h("a", { className: "rowlink", href: `#/site/${site.site_id}` }, site.name);
  const desks = site.desks.filter((desk) => desk.condition !== "revoked");
  const open = site.tasks + site.refused;
  if (!desks.length) return [[link, h("span", { className: "muted" }, t("none")), stateChip(site.state === "planned" ? "planned" : "empty"), "", "", "", "", "", "", ""]];
  return desks.map((desk, at) => [
    at ? "" : link, desk.name, stateChip(desk.condition), stamp(desk.pushed_at), stamp(desk.pulled_at), number(desk.waiting, desk.waiting > 500 ? "late" : ""),
    number(desk.behind), number(desk.heard_at ? offset(desk.clock_off) : "", desk.condition === "clock" ? "late" : "nowrap"), number(desk.app), number(at ? "" : open, open ? "late" : ""),
  ]);
}

function addSite(districts, again) {
  const name = h("input", { required: true, maxLength: 80 });
  const choose = h("select", {}, districts.map((one) => h("option", { value: one.id }, one.name)));
  form(t("site.add.head"), t("site.add.why"), [field(t("site.name"), name), field(t("site.district"), choose)], t("site.add.do"), async () => {
    const { id } = await ask("POST", "/sites", { name: name.value, district_id: choose.value });
    await again();
    await ticket(id, name.value);
  });
}

function addDistrict(again) {
  const name = h("input", { required: true, maxLength: 80 });
  form(t("district.add.head"), "", [field(t("district.name"), name)], t("district.add.do"), async () => {
    await ask("POST", "/districts", { name: name.value });
    await again();
  });
}
