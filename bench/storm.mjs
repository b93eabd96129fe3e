// A storm of sign-ins, five each second whether the last has been answered or not, beside people who read charts: what each
// takes from the other. The passwords are right: a wrong one is throttled, and then costs no hash.

import { signIn } from "./clinic.mjs";
import { load } from "./load.mjs";
import { median, percentile } from "./statistics.mjs";

export const perSecond = 5;

/**
 * @typedef {{ chartAlone: number, chartBeside: number, kept: number, chartP95Alone: number, chartP95Beside: number, signIns: number, refused: number, signInP50: number, signInP95: number }} Storm
 *   requests a second and milliseconds, medians of the rounds
 */

/**
 * @param {{ origin: string, email: string, password: string, chart: import("./targets.mjs").Target, rounds: number, forMs: number }} plan
 * @returns {Promise<Storm>}
 */
export async function storm({ origin, email, password, chart, rounds, forMs }) {
  /** @type {{ alone: import("./load.mjs").Load, beside: import("./load.mjs").Load }[]} */
  const measured = [];
  /** @type {number[]} */
  const times = [];
  let refused = 0;
  const arrive = async () => {
    const began = performance.now();
    await signIn(origin, email, password).then(() => times.push(performance.now() - began), () => (refused += 1));
  };
  const reading = () => load({ port: chart.port, call: chart.call, concurrency: 10, forMs });
  for (let round = 0; round < rounds; round += 1) {
    const alone = await reading();
    /** @type {Promise<void>[]} */
    const arriving = [];
    const clock = setInterval(() => arriving.push(arrive()), 1000 / perSecond);
    const beside = await reading();
    clearInterval(clock);
    await Promise.all(arriving);
    measured.push({ alone, beside });
  }
  const of = (/** @type {(pair: typeof measured[number]) => number} */ figure) => median(measured.map(figure));
  return {
    chartAlone: of(({ alone }) => alone.perSecond), chartBeside: of(({ beside }) => beside.perSecond),
    kept: of(({ alone, beside }) => beside.perSecond / alone.perSecond),
    chartP95Alone: of(({ alone }) => alone.p95), chartP95Beside: of(({ beside }) => beside.p95),
    signIns: times.length, refused,
    signInP50: times.length === 0 ? NaN : percentile(times, 0.5), signInP95: times.length === 0 ? NaN : percentile(times, 0.95),
  };
}
