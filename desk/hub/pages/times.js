// Times and ages in words.
import { hubNow } from "./api.js";
import { lang, t } from "./texts.js";

export const ZONE = "Asia/Shanghai"; // days and sheets are counted by it, whatever this computer is set to
const MINUTE = 60000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

export function full(ms) {
  return ms ? new Intl.DateTimeFormat(lang() === "en" ? "en-GB" : "zh-CN", { dateStyle: "medium", timeStyle: "short", timeZone: ZONE }).format(ms) : t("never");
}

export function span(ms) {
  if (ms < MINUTE) return t("span.s", { n: Math.max(0, Math.round(ms / 1000)) });
  if (ms < HOUR) return t("span.min", { n: Math.floor(ms / MINUTE) });
  if (ms < 2 * DAY) return t("span.h", { n: Math.floor(ms / HOUR) });
  return t("span.d", { n: Math.floor(ms / DAY) });
}

export function ago(ms) {
  if (!ms) return t("never");
  const past = hubNow() - ms;
  return past < MINUTE ? t("just_now") : t("ago", { span: span(past) });
}

export function offset(ms) {
  if (Math.abs(ms) < 2000) return t("clock.right");
  return t(ms > 0 ? "clock.ahead" : "clock.behind", { span: span(Math.abs(ms)) });
}

export function thisMonth() {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit" }).formatToParts(hubNow());
  return ["year", "month"].map((kind) => parts.find((one) => one.type === kind).value).join("-");
}
