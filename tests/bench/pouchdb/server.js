// The other side: express-pouchdb over leveldb, in a process of its own, on a free port of the loopback.
// Usage: node server.js FOLDER MODE MODULES. Says its port to its parent, and ends with it.
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, mode, modules] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const express = require("express");
const expressPouch = require("express-pouchdb");
const PouchDB = require("pouchdb");

const Kept = PouchDB.defaults({ prefix: join(folder, "/") });
const app = express();
app.use("/", expressPouch(Kept, { mode, inMemoryConfig: true, logPath: join(folder, "log.txt") }));

const server = app.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
server.keepAliveTimeout = 60_000;
process.on("message", () => process.send({ cpu: process.cpuUsage() }));
process.on("disconnect", () => process.exit(0));
