// The page's way: who is signed in, which view the address names, and looking again every few seconds while nobody types.
import { ask, Refusal, signedIn } from "./api.js";
import { accounts, trail } from "./accounts.js";
import { problem } from "./dialogs.js";
import { district } from "./district.js";
import { h, icon } from "./dom.js";
import { changePassword, mustChange, signIn } from "./signin.js";
import { site } from "./site.js";
import { sites } from "./sites.js";
import { lang, sentence, setLang, t } from "./texts.js";

const VIEWS = { sites, site, district, accounts, trail };
const FRESH = new Set(["sites", "site", "district"]);
const AGAIN_MS = 15000;
const page = document.getElementById("page"), bar = document.getElementById("bar");
let me = null, turn = 0;

function entered(who) {
  me = who;
  signedIn(who);
  go();
}

function home() {
  return me.role === "admin" ? "#/sites" : `#/district/${me.district_id}`;
}

function drawBar() {
  document.documentElement.lang = lang() === "en" ? "en" : "zh-CN";
  document.title = t("title");
  const here = location.hash.split("/")[1];
  const link = (name, href, words, picture) => h("a", { href, "aria-current": here === name ? "page" : null }, icon(picture), words);
  const links = me && !me.must_change
    ? me.role === "admin"
      ? [link("sites", "#/sites", t("nav.sites"), "building-community"), link("accounts", "#/accounts", t("nav.accounts"), "user-check"), link("trail", "#/trail", t("nav.trail"), "history")]
      : [link("district", home(), t("nav.district"), "building-bank")]
    : [];
  const quiet = (words, picture, act) => h("button", { type: "button", className: "quiet", onclick: act }, icon(picture), words);
  const own = [quiet(t("other_language"), "language", () => { setLang(lang() === "en" ? "zh_CN" : "en"); go(); })];
  if (me) own.push(quiet(me.name, "key", () => changePassword(me, entered)), quiet(t("sign_out"), "door-exit", leave));
  bar.replaceChildren(h("div", { className: "bar" }, h("a", { className: "brand", href: me ? home() : "#/" }, h("img", { src: "mark.svg", alt: "" }), t("title")), h("nav", {}, links), own));
}

async function leave() {
  try {
    await ask("DELETE", "/session");
  } finally {
    me = null;
    signedIn(null);
    location.hash = "#/";
    go();
  }
}

function show(parts) {
  page.replaceChildren(...[parts].flat(Infinity).filter(Boolean));
}

async function go() {
  delete page.dataset.drawn;
  drawBar();
  const mine = ++turn;
  if (!me) return show(signIn(entered));
  if (me.must_change) return show(mustChange(me, entered));
  const [, name, ...args] = location.hash.split("/");
  if (!(name in VIEWS)) {
    location.hash = home();
    return undefined;
  }
  return draw(mine, name, args, true);
}

async function draw(mine, name, args, loud) {
  try {
    const parts = await VIEWS[name](args, () => draw(turn, name, args, true), me);
    if (mine === turn) {
      show(parts);
      page.dataset.drawn = name;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401) return entered(null);
    if (mine === turn && loud) show(problem(sentence(error)));
  }
  return undefined;
}

function lookAgain() {
  const [, name, ...args] = location.hash.split("/");
  const busy = document.hidden || document.querySelector("dialog[open]") || document.activeElement?.matches("input, textarea, select, button");
  if (me && !busy && FRESH.has(name)) draw(turn, name, args, false);
}

window.addEventListener("hashchange", () => { window.scrollTo(0, 0); go(); });
setInterval(lookAgain, AGAIN_MS);
ask("GET", "/session").then(entered, () => { me = null; go(); });
