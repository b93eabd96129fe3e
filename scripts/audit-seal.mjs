// While the app runs: seals the trail about once a second (the database's function takes turns where there are several
// processes), and each minute hands the newest seal on to where AUDIT_HEAD_FILE or AUDIT_HEAD_COMMAND says.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile } from "node:fs/promises";
import pg from "pg";

const pause = { betweenSealsMs: 1000, betweenHeadsMs: 60_000, longestCommandMs: 20_000 };

/**
 * @typedef {{ seal: string, hash: string, sealedAt: string, events: string }} Head
 * @typedef {{ file?: string | undefined, command?: string | undefined }} Elsewhere a file that lines are added to; a command that gets the line on its standard input
 */

/**
 * @param {string} url
 * @param {Elsewhere} elsewhere
 * @param {(what: string, error: unknown) => void} tell once for each time it stops working, not each second
 */
export function keepSealing(url, elsewhere, tell) {
  /** @type {pg.Client | null} */
  let client = null;
  let handedOn = { seal: "", at: 0 };
  let isTold = false;
  /** @type {number | null} */
  let sealedAt = null;
  const turn = async () => {
    try {
      client ??= await connect(url);
      await client.query("SELECT seal_audit()");
      sealedAt = Date.now();
      if ((elsewhere.file || elsewhere.command) && Date.now() - handedOn.at >= pause.betweenHeadsMs) {
        handedOn = { seal: await handHeadOn(client, elsewhere, handedOn.seal), at: Date.now() };
      }
      isTold = false;
    } catch (error) {
      void client?.end().catch(() => {});
      client = null;
      if (!isTold) tell("The trail is not being sealed, or its head is not kept elsewhere", error);
      isTold = true;
    }
    setTimeout(turn, pause.betweenSealsMs).unref();
  };
  void turn();
  /** When it last worked; null: not yet. */
  return () => sealedAt;
}

/** @param {string} url */
async function connect(url) {
  const client = new pg.Client({ connectionString: url, options: "-c role=courseline_app -c timezone=UTC", connectionTimeoutMillis: 5000, application_name: "courseline seal", keepAlive: true });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/**
 * Hands the head on unless it is the one that was handed on before; returns its seal.
 * @param {pg.ClientBase} client
 * @param {Elsewhere} elsewhere
 * @param {string} before
 */
export async function handHeadOn(client, { file, command }, before) {
  const { rows: [head] } = await client.query(`SELECT seal::text AS seal, hash, sealed_at AS "sealedAt", events::text AS events FROM audit_head()`);
  if (head === undefined || head.seal === before) return before;
  const line = `${JSON.stringify(head)}\n`;
  if (file) await appendFile(file, line, { mode: 0o600 });
  if (command) await run(command, line);
  return /** @type {Head} */ (head).seal;
}

/**
 * @param {string} command
 * @param {string} line
 */
async function run(command, line) {
  const child = spawn(command, { shell: true, stdio: ["pipe", "ignore", "inherit"], timeout: pause.longestCommandMs });
  child.stdin.on("error", () => {}); // a command that does not read says so by its status
  child.stdin.end(line);
  const [status, signal] = await once(child, "close");
  if (status !== 0) throw new Error(`AUDIT_HEAD_COMMAND ended with ${signal ?? `status ${status}`}`);
}
