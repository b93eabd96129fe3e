// Closed-loop load over kept-alive connections: each of `concurrency` callers asks again as soon as it has its answer.

import { Agent, request } from "node:http";
import { percentile } from "./statistics.mjs";

/**
 * @typedef {{ method: string, path: string, headers: Record<string, string>, body?: string }} Call
 * @typedef {{
 *   answered: number, perSecond: number, p50: number, p95: number, p99: number,
 *   failures: Record<string, number>, generatorBusy: number,
 * }} Load times in milliseconds; what failed is in no figure; `generatorBusy` is our own share of one core
 */

/**
 * @param {{ port: number, call: (caller: number) => Call, concurrency: number, forMs: number }} options
 * @returns {Promise<Load>}
 */
export async function load({ port, call, concurrency, forMs }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  /** @type {number[]} */
  const times = [];
  /** @type {Record<string, number>} */
  const failures = {};
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async (_, caller) => {
      while (performance.now() - began < forMs) {
        const next = call(caller);
        const asked = performance.now();
        const failure = await ask(agent, port, next);
        if (failure === null) times.push(performance.now() - asked);
        else failures[failure] = (failures[failure] ?? 0) + 1;
      }
    }),
  );
  const lasted = performance.now() - began;
  agent.destroy();
  const { user, system } = process.cpuUsage(cpu);
  const at = (/** @type {number} */ share) => (times.length === 0 ? NaN : percentile(times, share));
  return {
    answered: times.length,
    perSecond: (times.length * 1000) / lasted,
    p50: at(0.5), p95: at(0.95), p99: at(0.99),
    failures,
    generatorBusy: (user + system) / 1000 / lasted,
  };
}

/**
 * @param {Agent} agent
 * @param {number} port
 * @param {Call} call
 * @returns {Promise<string | null>} what was wrong, or null once the whole answer has been read and is a 2xx
 */
function ask(agent, port, { method, path, headers, body }) {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request(
      { agent, host: "127.0.0.1", port, method, path, headers: { "accept-encoding": "gzip", ...headers, ...length } },
      (response) => {
        const status = response.statusCode ?? 0;
        response.resume();
        response.on("end", () => resolve(status >= 200 && status < 300 ? null : `${method} answered with ${status}`));
        response.on("error", (error) => resolve(error.message));
      },
    );
    sent.on("error", (error) => resolve(error.message));
    sent.end(body);
  });
}
