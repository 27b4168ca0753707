// The officer's page: a row per gate, words to chosen gates with their ticks, the monthly sheet. Numbers, no persons.
import { ask } from "./api.js";
import { button, byName, chip, h, icon, number, say, table } from "./dom.js";
import { choice, field, form, Said } from "./dialogs.js";
import { stamp, stateChip } from "./sites.js";
import { full, offset, span, thisMonth } from "./times.js";
import { hubNow } from "./api.js";
import { lang, t } from "./texts.js";

const TROUBLE = new Set(["silent", "clock"]);
const HOUR = 3600000, DAY = 24 * HOUR;
const seen = { trouble: false, words: "" }; // the filter survives the page's refreshing itself

export async function district([districtId], again) {
  const [page, notices] = await Promise.all([ask("GET", `/districts/${districtId}/gates`), ask("GET", `/districts/${districtId}/notices`)]);
  const acts = [
    button(t("gates.emergency"), "urgent", "bad", () => post(districtId, page.gates, "emergency", again)),
    button(t("gates.notice"), "messages", "main", () => post(districtId, page.gates, "notice", again)),
  ];
  const under = h("p", { className: "muted small" }, page.district.name, " · ", t("gates.private"));
  return [
    h("div", { className: "head" }, h("div", {}, h("h1", {}, situation(page.gates)), under), h("div", { className: "acts" }, acts)),
    notices.some((one) => one.stands) ? standing(districtId, notices.filter((one) => one.stands), again) : null,
    gates(page.gates),
    h("div", { className: "two" }, sheet(districtId), past(notices.filter((one) => !one.stands))),
  ];
}

function situation(rows) {
  const desks = rows.filter((row) => row.gate_name);
  const silent = desks.filter((row) => row.condition === "silent").length;
  const v = rows.reduce((sum, row) => sum + row.visits_today, 0).toLocaleString();
  if (!desks.length) return t("gates.head.none");
  return silent ? t("gates.head.silent", { k: silent, v }) : t("gates.head.good", { n: desks.length, v });
}

const wants = (row) => TROUBLE.has(row.condition) || row.tasks > 0 || row.refused > 0;

function gates(rows) {
  const body = h("div", {});
  const sorted = rows.toSorted((a, b) => TROUBLE.has(b.condition) - TROUBLE.has(a.condition) || byName(a.site_name, b.site_name) || byName(a.gate_name, b.gate_name));
  const fill = () => {
    const words = seen.words.trim().toLowerCase();
    const fit = sorted.filter((row) => (!seen.trouble || wants(row)) && `${row.site_name} ${row.gate_name}`.toLowerCase().includes(words));
    body.replaceChildren(fit.length ? listed(fit) : h("div", { className: "empty" }, icon("search"), t("gates.nothing")));
    all.setAttribute("aria-pressed", String(!seen.trouble));
    some.setAttribute("aria-pressed", String(seen.trouble));
  };
  const pick = (words, trouble) => h("button", { type: "button", className: "pick", onclick: () => { seen.trouble = trouble; fill(); } }, words);
  const all = pick(t("gates.all", { n: rows.length }), false), some = pick(t("gates.trouble", { n: rows.filter(wants).length }), true);
  const find = h("input", { type: "search", placeholder: t("gates.search"), value: seen.words, "aria-label": t("gates.search") });
  find.addEventListener("input", () => { seen.words = find.value; fill(); });
  fill();
  return h("section", { className: "card" }, h("div", { className: "tools" }, all, some, find), body);
}

function listed(rows) {
  const faces = rows.some((row) => row.faces !== null);
  const heads = ["col.site", "col.desk", "col.state", "col.heard"].map((key) => t(key));
  const rights = ["col.today", "col.waiting", "col.oldest", "col.clock", "col.open", ...(faces ? ["col.faces"] : [])].map((key) => ({ words: t(key), right: true }));
  return table([...heads, ...rights], rows.map((row) => [
    h("span", {}, row.site_name), row.gate_name || h("span", { className: "muted" }, t("none")), stateChip(row.condition), row.heard_at ? stamp(row.heard_at) : "",
    number(row.visits_today), number(row.waiting, row.waiting > 500 ? "late" : ""), number(row.waiting ? span(hubNow() - row.oldest_at) : ""),
    number(row.heard_at ? offset(row.clock_off) : "", row.condition === "clock" ? "late" : "nowrap"), number(row.tasks + row.refused, row.tasks + row.refused ? "late" : ""),
    ...(faces ? [number(row.faces ?? "")] : []),
  ]));
}

function standing(districtId, notices, again) {
  return h("section", { className: "stack" }, h("h2", {}, t("notices.head")), notices.toSorted((a, b) => (b.level === "emergency") - (a.level === "emergency")).map((one) => {
    const back = async () => {
      await ask("DELETE", `/districts/${districtId}/notices/${one.notice_id}`);
      say(t("notice.withdrawn"));
      await again();
    };
    const shown = one.ticks.filter((tick) => tick.shown.length).length, have = one.ticks.filter((tick) => tick.have > 0).length;
    return h("article", { className: `card notice ${one.level}` },
      h("header", {}, levelChip(one), h("span", { className: "muted small" }, t("notice.from", { time: full(one.from_at) }), one.until_at ? ` · ${t("notice.until.at", { time: full(one.until_at) })}` : "")),
      h("p", { className: "words" }, one.text),
      h("progress", { max: Math.max(1, one.ticks.length), value: shown, "aria-label": t("tick.shown", { site: "" }) }),
      h("div", { className: "ticks" }, one.ticks.toSorted((a, b) => byName(a.site_name, b.site_name)).map(tickChip)),
      h("footer", {}, h("span", { className: "muted" }, t("notice.count", { all: one.ticks.length, shown, have })), button(t("notice.withdraw"), "", "", back)));
  }));
}

function levelChip(one) {
  return one.level === "emergency" ? chip(t("notice.emergency"), "urgent", "bad") : chip(t("notice.notice"), "messages", "info");
}

function tickChip(tick) {
  const gates = tick.shown.filter(Boolean).join("、");
  if (tick.shown.length) return h("span", { title: `${gates} ${full(tick.first_shown_at)}` }, chip(t("tick.shown", { site: tick.site_name }), "check", "ok"));
  return tick.have ? chip(t("tick.have", { site: tick.site_name }), "cloud-check", "info") : chip(t("tick.waiting", { site: tick.site_name }), "hourglass", "");
}

function past(notices) {
  const rows = notices.slice(0, 8).map((one) => [h("td", { className: "words" }, one.text), stamp(one.from_at)]);
  const body = rows.length ? table([t("notice.notice"), t("col.when")], rows) : h("p", { className: "pad muted" }, t("notices.none"));
  return h("section", { className: "card" }, h("div", { className: "pad" }, h("h2", {}, `${t("notices.head")} · ${t("notice.over")}`)), body);
}

function sheet(districtId) {
  const month = h("input", { type: "month", value: thisMonth(), max: thisMonth(), "aria-label": t("sheet.month") });
  const get = (kind) => () => { location.assign(`/admin/api/districts/${districtId}/sheet?month=${encodeURIComponent(month.value)}&format=${kind}&lang=${lang()}`); };
  return h("section", { className: "card pad stack" }, h("h2", {}, t("sheet.head")),
    h("div", { className: "inline" }, month, button(t("sheet.csv"), "download", "", get("csv")), button(t("sheet.xlsx"), "file-spreadsheet", "", get("xlsx"))));
}

function post(districtId, rows, level, again) {
  const emergency = level === "emergency";
  const text = h("textarea", { required: true, maxLength: 200, rows: 3 });
  const names = new Map(rows.filter((row) => row.gate_name).map((row) => [row.site_id, row.site_name]));
  const boxes = [...names].map(([id, name]) => h("label", { className: "choice" }, h("input", { type: "checkbox", name: "site", value: id }), name));
  const some = h("div", { className: "choices" }, boxes);
  const to = h("fieldset", {}, h("legend", {}, t("notice.to")), choice("to", "all", t("notice.to.all"), "", true), choice("to", "some", t("notice.to.some"), "", false), some);
  const until = h("select", {}, [["none", 0], ["today", -1], ["3d", 3 * DAY], ["7d", 7 * DAY]].map(([key, ms]) => h("option", { value: ms }, t(`notice.until.${key}`))));
  const sure = h("label", { className: "choice bad" }, h("input", { type: "checkbox", required: true }), t("notice.sure"));
  const fields = [field(t("notice.text"), text), to, field(t("notice.until"), until), emergency ? sure : null];
  const shown = form(t(emergency ? "notice.post.emergency" : "notice.post.head"), "", fields, t("notice.do"), async (inside) => {
    const chosen = [...inside.querySelectorAll("[name=site]:checked")].map((box) => box.value);
    const all = inside.elements.to.value === "all";
    if (!all && !chosen.length) throw new Said(t("notice.choose"));
    await ask("POST", `/districts/${districtId}/notices`, { level, text: text.value, site_ids: all ? [] : chosen, until_at: end(Number(until.value)) });
    say(t("notice.posted"));
    await again();
  }, emergency ? "bad" : "");
  const follow = () => { some.hidden = shown.querySelector("[name=to]:checked").value === "all"; };
  shown.addEventListener("change", follow);
  follow();
}

// 0: until it is taken back; -1: the end of today in Shanghai, where it is UTC+8 all year round.
function end(ms) {
  if (!ms) return null;
  return ms > 0 ? hubNow() + ms : (Math.floor((hubNow() + 8 * HOUR) / DAY) + 1) * DAY - 8 * HOUR;
}
