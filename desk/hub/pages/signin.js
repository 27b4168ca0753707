// Signing in, and the password that has to be changed first.
import { ask, Refusal } from "./api.js";
import { h, icon, say } from "./dom.js";
import { field, form, problem, Said } from "./dialogs.js";
import { sentence, t } from "./texts.js";

export function signIn(entered) {
  const name = h("input", { name: "name", autocomplete: "username", required: true, maxLength: 40 });
  const password = h("input", { name: "password", type: "password", autocomplete: "current-password", required: true, maxLength: 128 });
  return alone(t("signin.head"), t("signin.what"), [field(t("signin.name"), name), field(t("signin.password"), password)], t("signin.do"),
    async () => entered(await ask("POST", "/session", { name: name.value, password: password.value })));
}

export function mustChange(me, entered) {
  const fields = passwords(me);
  return alone(t("password.head"), t("password.why"), fields.labels, t("password.do"), async () => {
    entered(await fields.send());
    say(t("password.changed"));
  });
}

export function changePassword(me, entered) {
  const fields = passwords(me);
  form(t("password.change"), "", fields.labels, t("password.do"), async () => {
    entered(await fields.send());
    say(t("password.changed"));
  });
}

function passwords(me) {
  const make = (name, autocomplete) => h("input", { name, type: "password", autocomplete, required: true, maxLength: 128 });
  const old = make("old", "current-password"), fresh = make("new", "new-password"), again = make("again", "new-password");
  const whose = h("input", { autocomplete: "username", value: me.name, hidden: true }); // for whoever keeps passwords
  const labels = [whose, field(t("password.old"), old), field(t("password.new"), fresh), field(t("password.again"), again)];
  const send = async () => {
    if (fresh.value !== again.value) throw new Said(t("password.differ"));
    return ask("POST", "/session/password", { old: old.value, new: fresh.value });
  };
  return { labels, send };
}

function alone(head, why, fields, words, act) {
  const wrong = h("div", { hidden: true });
  const done = h("button", { type: "submit", className: "button main" }, icon("key"), words);
  const made = h("form", { className: "card pad lone" }, h("div", { className: "stack" }, h("h1", {}, head), h("p", { className: "muted" }, why)), fields, wrong, done);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    done.disabled = true;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof Said)) throw error;
      wrong.replaceChildren(problem(error instanceof Refusal ? sentence(error) : error.message));
      wrong.hidden = false;
    } finally {
      done.disabled = false;
    }
  });
  return made;
}

