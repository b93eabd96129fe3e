// Floor and product in turns, round after round, the second half of each pair of rounds in reverse: a machine that
// slows down or speeds up meanwhile does so for both. Each round gives its own ratios; their median is reported.

import { load } from "./load.mjs";
import { median } from "./statistics.mjs";
import { prove } from "./targets.mjs";

/**
 * @typedef {import("./load.mjs").Load} Load
 * @typedef {{
 *   target: import("./targets.mjs").Name, floor: import("./targets.mjs").Name | null, concurrency: number,
 *   perSecond: number, p50: number, p95: number, p99: number, answered: number, failures: Record<string, number>,
 *   toFloor: number | null, p95ToFloor: number | null, cpuMs: number | null, rounds: Load[],
 * }} Measured medians over the rounds; `cpuMs` is the web server's processor time for one request
 */

/**
 * @param {import("./targets.mjs").Target[]} targets
 * @param {{ rounds: number, sliceMs: number, warmMs: number, concurrencies: readonly number[] }} plan
 * @param {Measured[]} measured filled as figures come
 * @param {(port: number) => number | null} cpuOf the processor time used so far by the server on a port, in ms
 * @param {(target: import("./targets.mjs").Name, answered: number) => void} tell called for all that was answered, warming up included
 */
export async function throughput(targets, plan, measured, cpuOf, tell) {
  for (const target of targets) {
    await prove(target);
    const warm = await load({ ...target, concurrency: 10, forMs: plan.warmMs });
    tell(target.name, 1 + warm.answered);
  }
  for (const concurrency of plan.concurrencies) {
    const runs = targets.map((target) => ({ target, rounds: /** @type {Load[]} */ ([]), cpu: /** @type {number[]} */ ([]) }));
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const { target, rounds, cpu } of round % 2 === 0 ? runs : runs.toReversed()) {
        const before = cpuOf(target.port);
        const result = await load({ ...target, concurrency, forMs: plan.sliceMs });
        const after = cpuOf(target.port);
        rounds.push(result);
        tell(target.name, result.answered);
        if (before !== null && after !== null && result.answered > 0) cpu.push((after - before) / result.answered);
      }
    }
    for (const { target, rounds, cpu } of runs) {
      const beside = runs.find((run) => run.target.name === target.floor)?.rounds;
      const of = (/** @type {(load: Load) => number} */ figure) => median(rounds.map(figure));
      const ratio = (/** @type {(load: Load) => number} */ figure) =>
        beside === undefined ? null : median(rounds.map((each, round) => figure(each) / figure(/** @type {Load} */ (beside[round]))));
      measured.push({
        target: target.name, floor: target.floor, concurrency,
        perSecond: of((each) => each.perSecond), p50: of((each) => each.p50), p95: of((each) => each.p95), p99: of((each) => each.p99),
        answered: rounds.reduce((sum, each) => sum + each.answered, 0),
        failures: added(rounds),
        toFloor: ratio((each) => each.perSecond),
        p95ToFloor: ratio((each) => each.p95),
        cpuMs: cpu.length === 0 ? null : median(cpu),
        rounds,
      });
    }
  }
}

/** @param {Load[]} rounds */
function added(rounds) {
  /** @type {Record<string, number>} */
  const sum = {};
  for (const { failures } of rounds) for (const [what, count] of Object.entries(failures)) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}
