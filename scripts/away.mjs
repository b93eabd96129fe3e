// While the database is away no page can be made. The door asks before it lets one be, and answers with a page that needs no
// database (app/away), at the address that was asked for: opened again there, it is the page itself.

const retryAfter = "5";

/** @typedef {{ totalCount: number, idleCount: number, options: { max?: number }, query: (sql: string) => Promise<unknown> }} Pool */

/**
 * @param {() => Pool | undefined} pool the app's own, absent until it was first used
 * @returns {() => Promise<boolean>} one question at a time, however many wait for its answer
 */
export function awayNow(pool) {
  /** @type {Promise<boolean> | undefined} */
  let asking;
  return () => {
    const now = pool();
    // All its connections are at work, and this one would stand in line: that is busy, not away.
    if (!now || (now.idleCount === 0 && now.totalCount >= (now.options.max ?? Infinity))) return Promise.resolve(false);
    asking ??= now.query("SELECT 1").then(() => false, () => true).finally(() => (asking = undefined));
    return asking;
  };
}

/**
 * A page, or the part of one that a page in the browser asks for; not a picture, nor what a program reads.
 * @param {import("node:http").IncomingMessage} request
 */
export const opensPage = ({ headers }) => "rsc" in headers || String(headers.accept ?? "").includes("text/html");

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => void} make
 */
export function sayAway(request, response, make) {
  response.setHeader("Retry-After", retryAfter);
  // To what is no whole page the browser answers by opening the address as one.
  if ("rsc" in request.headers) return void response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8" }).end("The database cannot be reached.\n");
  request.url = "/away";
  const { writeHead } = response;
  response.writeHead = /** @type {typeof writeHead} */ ((/** @type {number} */ _, /** @type {[]} */ ...rest) => writeHead.call(response, 503, ...rest));
  make();
}
