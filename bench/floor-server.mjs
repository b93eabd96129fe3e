// Serves the floor app the way scripts/serve.mjs serves Courseline, so that what differs is what is served.

import { createServer } from "node:http";
import path from "node:path";
import next from "next";

const hostname = "127.0.0.1";
const port = Number(process.env.PORT);
const spoken = /^(x-forwarded-|x-real-ip$|forwarded$|x-middleware-|x-invoke-|x-matched-path$|next-resume|x-now-route-matches$)/;

const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 });
const app = next({ dev: false, dir: path.join(import.meta.dirname, "floor"), hostname, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request, response) => {
  const { headers, socket } = request;
  for (const name of Object.keys(headers)) if (spoken.test(name)) delete headers[name];
  headers["x-forwarded-for"] = socket.remoteAddress;
  void handle(request, response);
});
server.listen(port, hostname);

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
