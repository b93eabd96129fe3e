// The web server: Next, behind a door that settles who is calling. What only a proxy may say about a request is
// taken from a proxy alone (TRUST_PROXY=1: the last address it added); from anyone else it is dropped. Every answer
// leaves with the same headers (scripts/headers.mjs).

import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import { keepSealing } from "./audit-seal.mjs";
import { awayNow, opensPage, sayAway } from "./away.mjs";
import { projectFolder } from "./environment.mjs";
import { headersFor, refusal } from "./headers.mjs";
import { backupsIn, meters, metricsServer } from "./metrics-server.mjs";
import { bucket, tooFast } from "./rate.mjs";
import { patternsIn } from "./route-patterns.mjs";
import { turnstile } from "./turnstile.mjs";

const { HOST: hostname = "127.0.0.1", PORT = "3000", NODE_ENV, NEXTAUTH_URL = "", TRUST_PROXY, DATABASE_URL = "", AUDIT_HEAD_FILE, AUDIT_HEAD_COMMAND } = process.env;
const port = Number(PORT);
const trusted = TRUST_PROXY === "1";
const served = { secure: NEXTAUTH_URL.startsWith("https:"), dev: NODE_ENV !== "production" };
// Ten times what one person may ask (lib/auth/limits.ts): a clinic is often behind one address.
const waitOf = bucket(10 * Number(process.env.REQUESTS_PER_MINUTE || 6000));
const largest = 8_000_000; // of the largest body a route reads: a file that comes in (app/api/imports)
const spoken = /^(x-forwarded-|x-real-ip$|forwarded$|x-middleware-|x-invoke-|x-matched-path$|next-resume|x-now-route-matches$|content-security-policy)/;

const metricsPort = Number(process.env.METRICS_PORT || 0);
const distFolder = path.join(projectFolder, process.env.NEXT_DIST_DIR || ".next");
/** The pool of lib/db.ts, which is opened by the first request that asks the database. */
const pool = () => /** @type {{ courselineDatabase?: { pool: import("./metrics-server.mjs").Pool } }} */ (globalThis).courselineDatabase?.pool;
const measured = metricsPort > 0 ? meters({ patternOf: patternsIn(path.join(distFolder, "routes-manifest.json")), pool, sealedAt: () => sealedAt(), backups: backupsIn(process.env) }) : null;

const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 });
const app = next({ dev: served.dev, dir: projectFolder, hostname, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

// A page is read. Only an address under /api/ takes anything else, and nothing takes what no browser of ours sends.
/** @param {string} path */
const methodsFor = (path) => (path.startsWith("/api/") ? ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"] : ["GET", "HEAD"]);

// Of the ten connections of the pool (prisma/connection.ts) two are left for what is saved meanwhile.
const pageTurn = turnstile({ atOnce: 8, patience: 30_000 });
// What is saved waits less long: told so early, the page keeps it and sends it again, while what is begun and then given up costs
// as much as what is done. Who signs in, or asks whether we live, is nobody yet and stands in no line that a body sent slowly could hold up.
const apiTurn = turnstile({ atOnce: 16, patience: 4_000 });
/** @param {string} path */
const standsInLine = (path) => path.startsWith("/api/") && !/^\/api\/(auth|sign-in|invitation|health)\//.test(path);
/** @param {string} path */
const isPage = (path) => !path.startsWith("/api/") && !path.startsWith("/_next/static/");
const isAway = awayNow(pool);
const tooMuch = "Courseline has more to do than it can just now.";
const busyPage = `${tooMuch} Nothing that was saved is lost. Try again in a moment.\n`;
const busyApi = JSON.stringify({ error: { kind: "unavailable", message: `${tooMuch} What you typed is still here; try again in a moment.` } });

server.on("request", (request, response) => {
  measured?.watch(request, response);
  const { headers, socket } = request;
  const address = (trusted && String(headers["x-forwarded-for"] ?? "").split(",").at(-1)?.trim()) || socket.remoteAddress;
  for (const name of Object.keys(headers)) if (spoken.test(name)) delete headers[name];
  headers["x-forwarded-for"] = address;
  // One id for a request's lines in the log and in the trail; a proxy may have given it one.
  headers["x-request-id"] = (trusted && String(headers["x-request-id"] ?? "")) || randomUUID();
  const own = headersFor(request.url ?? "/", randomBytes(16).toString("base64url"), served);
  headers["content-security-policy"] = own["Content-Security-Policy"]; // Next reads the nonce for its scripts from here
  for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
  const methods = methodsFor(request.url ?? "/");
  if (!methods.includes(request.method ?? "")) return void response.writeHead(405, { Allow: methods.join(", "), Connection: "close" }).end();
  const asked = request.url ?? "/";
  const seconds = asked.startsWith("/_next/static/") ? 0 : waitOf(address ?? "", Date.now());
  if (seconds > 0) {
    const { type, body } = tooFast(asked, seconds);
    response.writeHead(429, { "Retry-After": seconds, "Content-Type": type, Connection: "close" }).end(body);
    return;
  }
  if (Number(headers["content-length"] ?? 0) > largest) {
    response.writeHead(413, { Connection: "close" }).end();
    return;
  }
  const make = () => void handle(request, response);
  const refuse = (/** @type {string} */ type, /** @type {string} */ body) => () => void response.writeHead(503, { "Retry-After": "5", "Content-Type": type }).end(body);
  if (standsInLine(asked)) return apiTurn(response, make, refuse("application/json", busyApi));
  if (!isPage(asked)) return make();
  const makeUnlessAway = async () => (await isAway() ? sayAway(request, response, make) : make());
  pageTurn(response, opensPage(request) ? () => void makeUnlessAway() : make, refuse("text/plain; charset=utf-8", busyPage));
});
server.on("clientError", (error, socket) => {
  if (!socket.writable || "code" in error && error.code === "ECONNRESET") return void socket.destroy();
  const code = "code" in error ? error.code : "";
  if (code === "HPE_HEADER_OVERFLOW") socket.end(refusal(431, "Request Header Fields Too Large", served));
  else if (code === "ERR_HTTP_REQUEST_TIMEOUT") socket.end(refusal(408, "Request Timeout", served));
  else socket.end(refusal(400, "Bad Request", served));
});
// Nothing else of this process begins before it listens: its metrics would speak for a server that is not there.
await listen(server, { port, host: hostname }, "Cannot listen");
if (measured) await listen(metricsServer(measured).unref(), { port: metricsPort, host: process.env.METRICS_HOST || "127.0.0.1" }, "Cannot tell metrics (METRICS_PORT)");
const sealedAt = keepSealing(DATABASE_URL, { file: AUDIT_HEAD_FILE, command: AUDIT_HEAD_COMMAND }, (what, error) => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  process.stdout.write(`${JSON.stringify({ level: 50, time: Date.now(), err: { code }, msg: what })}\n`);
});

/**
 * Or says in a sentence why not, and ends.
 * @param {import("node:http").Server} listener
 * @param {{ port: number, host: string }} where
 * @param {string} failure
 */
async function listen(listener, where, failure) {
  listener.listen(where);
  await once(listener, "listening").catch((error) => {
    process.stderr.write(`${failure} at ${where.host}, port ${where.port}: ${error.code === "EADDRINUSE" ? "something else listens there already" : error.code}.\n`);
    process.exit(1);
  });
}

// Told to stop: what was begun is finished, nothing new is taken.
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    // A connection that is kept open goes as soon as its last answer is out.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
