// The baseline of `python -m desk bench sync`: PouchDB (leveldb) against express-pouchdb on loopback.
// Prints one line of JSON. See README.md; `node bench.js --help` lists the options.
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const HELP = `node bench.js [--docs 20000] [--bytes 420] [--batch 500] [--live 40] [--records FILE] [--mode MODE] [--modules DIR]

  --docs N         documents to push and to pull
  --bytes N        size of an invented document as JSON, with its _id
  --batch N        documents in one batch
  --live N         single documents timed from put() to the change on a second desk (0: none)
  --records FILE   documents to use instead of invented ones: one JSON object a line
  --mode MODE      of express-pouchdb: fullCouchDB (its default) or minimumForPouchDB (leaner)
  --modules DIR    where npm put node_modules (default: this folder)
`;
const OPTIONS = {
  docs: { type: "string", default: "20000" },
  bytes: { type: "string", default: "420" },
  batch: { type: "string", default: "500" },
  live: { type: "string", default: "40" },
  records: { type: "string" },
  mode: { type: "string", default: "fullCouchDB" },
  modules: { type: "string", default: HERE },
  help: { type: "boolean", default: false },
};
const SETTLE_MS = 1300; // between live documents, so that each finds both replications idle: as far apart as ours come
const LONGEST_MS = 600_000;

const { values } = parseArgs({ options: OPTIONS });
const require = createRequire(join(resolve(values.modules), "package.json"));

const seconds = (begun) => Number(process.hrtime.bigint() - begun) / 1e9;
const now = () => process.hrtime.bigint();
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function at(times, share) {
  const ordered = [...times].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
}

/** Invented visits; a random tail brings each to its size. */
function invented(count, bytes) {
  return Array.from({ length: count }, (_, i) => {
    const doc = {
      _id: randomBytes(16).toString("hex"), kind: "visit", in_at: 1_795_000_000_000 + i * 60_000,
      expect_out_at: 1_795_000_000_000 + i * 60_000 + 7_200_000, building: String(1 + (i % 40)), unit: "2",
      room: "1202", name: `访客${i}`, phone: `10${String(i).padStart(9, "0")}`, purpose: "family", count: 1, tail: "",
    };
    const short = bytes - Buffer.byteLength(JSON.stringify(doc));
    return { ...doc, tail: randomBytes(bytes).toString("hex").slice(0, Math.max(0, short)) };
  });
}

function given(path, count) {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean).slice(0, count);
  return lines.map((line) => ({ _id: randomBytes(16).toString("hex"), ...JSON.parse(line) }));
}

/** The server in a process of its own: {url, stop}. */
function started(folder) {
  const child = fork(join(HERE, "server.js"), [folder, values.mode, resolve(values.modules)]);
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`server ended with ${code}`)));
    child.once("message", ({ port }) => {
      const cpu = () => new Promise((told) => child.once("message", told) && child.send("cpu"));
      done({ url: `http://127.0.0.1:${port}`, cpu, stop: () => child.removeAllListeners("exit").kill() });
    });
  });
}

/** {seconds, cpu_us} of some work: wall time, and the processor time of both processes. */
async function weighed(server, work) {
  const sum = ({ user, system }) => user + system;
  const before = sum(process.cpuUsage()) + sum((await server.cpu()).cpu);
  const begun = now();
  await work();
  const took = seconds(begun);
  return { seconds: took, cpu_us: sum(process.cpuUsage()) + sum((await server.cpu()).cpu) - before };
}

async function filled(local, docs, batch) {
  for (let i = 0; i < docs.length; i += batch) {
    const answers = await local.bulkDocs(docs.slice(i, i + batch));
    const bad = answers.find((one) => one.error);
    if (bad) throw new Error(bad.message);
  }
}

/** Documents a second, both ways; every document is seen to have arrived. */
async function bulk(PouchDB, Local, server, docs, batch) {
  const remote = () => new PouchDB(`${server.url}/bulk`);
  const first = new Local("first");
  const second = new Local("second");
  await filled(first, docs, batch);
  const push = await weighed(server, () => first.replicate.to(remote(), { batch_size: batch }));
  const pull = await weighed(server, () => second.replicate.from(remote(), { batch_size: batch }));
  const { doc_count: arrived } = await second.info();
  if (arrived !== docs.length) throw new Error(`${arrived} of ${docs.length} documents arrived`);
  await Promise.all([first.close(), second.close()]);
  return {
    push_per_s: Math.round(docs.length / push.seconds), pull_per_s: Math.round(docs.length / pull.seconds),
    push_cpu_us: Math.round(push.cpu_us / docs.length), pull_cpu_us: Math.round(pull.cpu_us / docs.length),
  };
}

/** Milliseconds from put() on one desk until the change is told on another, both replicating live. */
async function live(PouchDB, Local, url, docs) {
  const one = new Local("one");
  const other = new Local("other");
  const running = [
    one.replicate.to(new PouchDB(`${url}/live`), { live: true, retry: true }),
    other.replicate.from(new PouchDB(`${url}/live`), { live: true, retry: true }),
  ];
  const waiting = new Map();
  const changes = other.changes({ live: true, since: "now" }).on("change", ({ id }) => waiting.get(id)?.());
  const times = [];
  for (const doc of docs) {
    await pause(SETTLE_MS);
    const begun = now();
    const seen = new Promise((done) => waiting.set(doc._id, done));
    await one.put(doc);
    await seen;
    times.push(seconds(begun) * 1000);
  }
  changes.cancel();
  running.forEach((replication) => replication.cancel());
  await pause(SETTLE_MS);
  return { live_median_ms: +at(times, 0.5).toFixed(2), live_p95_ms: +at(times, 0.95).toFixed(2) };
}

async function main() {
  const PouchDB = require("pouchdb");
  const [count, bytes, batch, singles] = [values.docs, values.bytes, values.batch, values.live].map(Number);
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-pouchdb-"));
  const server = await started(mkdtempSync(join(folder, "server-")));
  try {
    const Local = PouchDB.defaults({ prefix: join(folder, "local-") });
    const docs = values.records ? given(values.records, count) : invented(count, bytes);
    const size = docs.reduce((sum, doc) => sum + Buffer.byteLength(JSON.stringify(doc)), 0) / docs.length;
    const found = await bulk(PouchDB, Local, server, docs, batch);
    const apart = invented(singles + 3, bytes);
    const latency = singles ? await live(PouchDB, Local, server.url, apart) : {};
    const versions = { node: process.version, pouchdb: require("pouchdb/package.json").version,
      express_pouchdb: require("express-pouchdb/package.json").version };
    const line = { docs: docs.length, bytes: Math.round(size), batch, mode: values.mode, ...found, ...latency, ...versions };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    server.stop();
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const watchdog = setTimeout(() => {
  process.stderr.write("bench.js: not done in time\n");
  process.exit(1);
}, LONGEST_MS);
watchdog.unref();
main().then(() => process.exit(0), (error) => {
  process.stderr.write(`bench.js: ${error.message}\n`);
  process.exit(1);
});
