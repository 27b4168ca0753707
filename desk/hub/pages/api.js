// Asking the hub: JSON both ways, the csrf token with every change, refusals as codes.

export class Refusal extends Error {
  constructor(status, said) {
    super(said.code);
    this.status = status;
    this.code = said.code;
    this.facts = said;
  }
}

const state = { csrf: "", offset: 0 };

export function signedIn(me) {
  state.csrf = me ? me.csrf : "";
}

// The hub's time now, in ms: ages on the page are by its clock, not by this computer's.
export function hubNow() {
  return Date.now() + state.offset;
}

export async function ask(method, path, body) {
  const headers = method === "GET" ? {} : { "X-CSRF-Token": state.csrf };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(`/admin/api${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store" });
  } catch {
    throw new Refusal(0, { code: "page.no_line" });
  }
  const told = Number(answer.headers.get("hub-ms"));
  if (told) state.offset = told - Date.now();
  const text = await answer.text();
  const said = text ? JSON.parse(text) : null;
  if (!answer.ok) throw new Refusal(answer.status, said || { code: `admin.http_${answer.status}` });
  return said;
}
