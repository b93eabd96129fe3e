// The web server: Next, behind a door that settles who is calling. What only a proxy may say about a request is
// taken from a proxy alone (TRUST_PROXY=1: the last address it added); from anyone else it is dropped.

import { createServer } from "node:http";
import next from "next";
import { projectFolder } from "./environment.mjs";

const { HOST: hostname = "127.0.0.1", PORT = "3000", NODE_ENV, TRUST_PROXY } = process.env;
const port = Number(PORT);
const trusted = TRUST_PROXY === "1";
const spoken = /^(x-forwarded-|x-real-ip$|forwarded$|x-middleware-|x-invoke-|x-matched-path$|next-resume|x-now-route-matches$)/;

const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 });
const app = next({ dev: NODE_ENV !== "production", dir: projectFolder, hostname, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request, response) => {
  const { headers, socket } = request;
  const address = (trusted && String(headers["x-forwarded-for"] ?? "").split(",").at(-1)?.trim()) || socket.remoteAddress;
  for (const name of Object.keys(headers)) if (spoken.test(name)) delete headers[name];
  headers["x-forwarded-for"] = address;
  void handle(request, response);
});
server.listen(port, hostname);

// Told to stop: what was begun is finished, nothing new is taken.
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
