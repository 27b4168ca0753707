// Building the page from values: everything a hub sent goes in as text, never as markup.

export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && name !== "list" && name !== "form") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((one) => one !== undefined && one !== null && one !== false && one !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `icons.svg#${name}`);
  made.append(use);
  return made;
}

export function button(words, picture, look, act) {
  return h("button", { type: "button", className: `button ${look}`, onclick: act }, picture && icon(picture), words);
}

export function chip(words, picture, look) {
  return h("span", { className: `chip ${look}` }, icon(picture), words);
}

export function table(heads, rows) {
  const cells = heads.map((one) => h("th", { scope: "col", className: one.right ? "right" : "" }, one.words ?? one));
  const body = rows.map((row) => h("tr", {}, row.map((cell) => (cell instanceof HTMLTableCellElement ? cell : h("td", {}, cell)))));
  return h("div", { className: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, cells)), h("tbody", {}, body)));
}

export function number(value, look = "") {
  return h("td", { className: `right num ${value === 0 ? "muted" : look}` }, typeof value === "number" ? value.toLocaleString() : value);
}

// Sites and desks as a Chinese reader orders them.
export const byName = new Intl.Collator("zh-CN", { numeric: true }).compare;

let quiet = 0;

export function say(words) {
  const line = document.getElementById("says");
  line.textContent = words;
  line.classList.add("shown");
  clearTimeout(quiet);
  quiet = setTimeout(() => line.classList.remove("shown"), 5000);
}
