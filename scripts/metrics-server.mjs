// What Prometheus asks for, at METRICS_PORT of this machine itself (METRICS_HOST for another address); off unless the port is set.

import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { counter, exposition, gauge, histogram } from "./metrics.mjs";

/**
 * @typedef {{ totalCount: number, idleCount: number, options: { max?: number }, waitingCount: number, query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> }} Pool
 * @typedef {{ patternOf: (path: string) => string, pool: () => Pool | undefined, sealedAt: () => number | null, backups: string }} Sources
 */

/** @param {Sources} sources */
export function meters({ patternOf, pool, sealedAt, backups }) {
  const requests = counter("courseline_requests_total", "Answers, by route, method and status.");
  const durations = histogram("courseline_request_seconds", "From a request's arrival to the end of its answer, by route and method.");
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  /** @param {"totalCount" | "idleCount" | "waitingCount"} what */
  const ofPool = (what) => () => pool()?.[what] ?? null;
  const since = (/** @type {number | null} */ moment) => (moment === null ? null : Math.max(0, (Date.now() - moment) / 1000));
  const list = [
    requests,
    durations,
    gauge("courseline_pool_connections", "Connections to the database that are open.", ofPool("totalCount")),
    gauge("courseline_pool_idle", "Of these, how many nobody uses.", ofPool("idleCount")),
    gauge("courseline_pool_waiting", "Those who wait for a connection.", ofPool("waitingCount")),
    gauge("courseline_event_loop_delay_p99_seconds", "How long what is ready waits for its turn, since it was last asked.", () => {
      const delay = loop.percentile(99) / 1e9;
      loop.reset();
      return delay;
    }),
    gauge("courseline_resident_memory_bytes", "Memory of this process.", () => process.memoryUsage.rss()),
    gauge("courseline_audit_seal_age_seconds", "Since this process last saw to it that the trail is sealed; about 1.", () => since(sealedAt())),
    gauge("courseline_audit_lag_seconds", "Between the newest seal of the trail and now, by the database's clock.", () => lag(pool())),
    gauge("courseline_backup_age_seconds", "Since the newest backup in BACKUP_DIR was made.", () => since(newestBackup(backups))),
  ];
  return {
    /**
     * @param {import("node:http").IncomingMessage} request
     * @param {import("node:http").ServerResponse} response
     */
    watch: (request, response) => {
      const began = performance.now();
      const route = patternOf(request.url ?? "/");
      const method = /^(GET|HEAD|POST|PUT|DELETE|OPTIONS)$/.test(request.method ?? "") ? String(request.method) : "other";
      response.once("close", () => {
        // Gone before its answer was whole: 499, as nginx has it.
        requests.add({ route, method, status: String(response.writableFinished ? response.statusCode : 499) });
        durations.observe((performance.now() - began) / 1000, { route, method });
      });
    },
    text: () => exposition(list),
  };
}

/** @param {Pool | undefined} pool */
async function lag(pool) {
  const answer = await pool?.query("SELECT extract(epoch FROM clock_timestamp() - sealed_at)::float8 AS seconds FROM audit_head()").catch(() => undefined);
  const seconds = answer?.rows[0]?.seconds;
  return typeof seconds === "number" ? seconds : null;
}

/**
 * @param {string} folder
 * @returns {number | null}
 */
export function newestBackup(folder) {
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  const newest = names.map((name) => /^courseline-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name)).filter((found) => found !== null).sort((one, other) => (one[0] < other[0] ? -1 : 1)).at(-1);
  if (!newest) return null;
  const [, year, month, day, hour, minute, second] = newest.map(Number);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/** @param {ReturnType<typeof meters>} meters */
export function metricsServer({ text }) {
  return createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    text().then(
      (body) => response.writeHead(200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }).end(body),
      () => response.writeHead(500).end(),
    );
  });
}

/** @param {NodeJS.ProcessEnv} env */
export const backupsIn = ({ BACKUP_DIR, DATA_DIR = ".data" }) => path.resolve(BACKUP_DIR || path.join(DATA_DIR, "backups"));
