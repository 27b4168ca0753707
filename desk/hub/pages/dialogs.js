// One dialog at a time: a heading, a body, what to do; a refusal is shown inside it, with what was typed kept.
import { Refusal } from "./api.js";
import { button, h, icon } from "./dom.js";
import { sentence, t } from "./texts.js";

export function problem(words) {
  return h("div", { className: "problem", role: "alert" }, icon("alert-triangle"), h("span", {}, words));
}

export function field(words, input) {
  return h("label", {}, words, input);
}

export function choice(name, value, words, why, checked, look = "") {
  const input = h("input", { type: "radio", name, value, checked });
  return h("label", { className: `choice ${look}` }, input, h("span", {}, words, why && h("small", {}, why)));
}

// act: asked with the form; the dialog closes when it returns, and stays with the sentence when it is refused.
export function form(head, why, fields, words, act, look = "") {
  const wrong = h("div", { hidden: true });
  const done = h("button", { type: "submit", className: `button main ${look}` }, words);
  const inside = h("form", { className: "inside" }, h("div", { className: "stack" }, h("h2", {}, head), why && h("p", { className: "muted" }, why)), fields, wrong,
    h("div", { className: "acts" }, button(t("cancel"), "", "", () => shown.close()), done));
  const shown = open(inside);
  inside.addEventListener("submit", async (event) => {
    event.preventDefault();
    done.disabled = true;
    try {
      await act(inside);
      shown.close();
    } catch (error) {
      wrong.replaceChildren(problem(error instanceof Refusal ? sentence(error) : error instanceof Said ? error.message : t("code.page.bug")));
      wrong.hidden = false;
      if (!(error instanceof Refusal || error instanceof Said)) throw error;
    } finally {
      done.disabled = false;
    }
  });
  return shown;
}

// Something the page itself refuses, in words.
export class Said extends Error {}

export function tell(head, ...body) {
  const inside = h("div", { className: "inside" }, h("h2", {}, head), body, h("div", { className: "acts" }, button(t("close"), "", "main", () => shown.close())));
  const shown = open(inside);
  return shown;
}

function open(inside) {
  const made = h("dialog", {}, inside);
  made.addEventListener("close", () => made.remove());
  document.body.append(made);
  made.showModal();
  const first = inside.querySelector("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (first) first.focus();
  return made;
}
