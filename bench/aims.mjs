// What is aimed for, and whether it was reached. Ratios are to the floor measured in the same run.

const kB = 1000;

/**
 * @typedef {{ aim: string, reached: boolean | null, found: string }} Judged null where the run has no figure for it
 * @typedef {{
 *   load: import("./throughput.mjs").Measured[], paint: import("./paint.mjs").Painted[],
 *   keys: { pressed: number, enterToDrawnMs: number } | null,
 * }} Found
 */

/**
 * @param {Found} found
 * @returns {Judged[]}
 */
export function judge({ load, paint, keys }) {
  const at10 = (/** @type {string} */ target) => load.find((each) => each.target === target && each.concurrency === 10);
  const page = (/** @type {string} */ name) => paint.find((each) => each.page === name);
  const floor = page("floor page");
  const toChart = (/** @type {string} */ target) => {
    const ofChart = at10(target)?.toFloor;
    return ofChart ? 1 / ofChart : undefined;
  };
  const chart = page("chart");
  const scripts = (/** @type {string} */ name) => {
    const here = page(name);
    return here && floor ? (here.plain.bytes.script - floor.plain.bytes.script) / kB : undefined;
  };
  const later = (/** @type {"plain" | "slow"} */ how) => chart && floor && chart[how].largestPaint / floor[how].largestPaint;
  const ms = (/** @type {number} */ value) => `${Math.round(value)} ms`;
  const times = (/** @type {number} */ value) => `${value.toFixed(2)} ×`;
  const kilo = (/** @type {number} */ value) => `${value.toFixed(1)} kB`;
  return [
    atLeast("chart page, requests/s to the floor page's, 10 at once", 0.4, at10("chart")?.toFloor, times),
    atLeast("saving a PCL-5, requests/s to the floor insert's, 10 at once", 0.4, at10("save a PCL-5")?.toFloor, times),
    below("chart page, p95 to the floor page's, 10 at once", 3, at10("chart")?.p95ToFloor, times),
    atMost("since the dose, 24 doses and 200 forms, time of a request to the plain chart page's", 1.5, toChart("since the dose"), times),
    atMost("dosing session, time of a request to the plain chart page's", 1.5, toChart("dosing session"), times),
    atMost("script on first load above the floor: sign-in", 20, scripts("sign-in"), kilo),
    atMost("script on first load above the floor: caseload", 45, scripts("caseload"), kilo),
    atMost("script on first load above the floor: form", 45, scripts("form"), kilo),
    atMost("script on first load above the floor: chart page", 130, scripts("chart"), kilo),
    atMost("chart page, largest paint to the floor's, plain", 1.2, later("plain"), times),
    atMost("chart page, largest paint to the floor's, slow", 1.2, later("slow"), times),
    atMost("chart drawn, plain", 500, chart?.plain.drawn, ms),
    atMost("chart drawn, slow", 3000, chart?.slow.drawn, ms),
    atMost("chart page, layout shift, worst of all visits", 0, chart && Math.max(chart.plain.shift, chart.slow.shift), (value) => value.toFixed(4)),
    atMost("keys from open form to drawn chart", 21, keys?.pressed, String),
  ];
}

/** @typedef {(aim: string, limit: number, value: number | null | undefined, words: (value: number) => string) => Judged} Rule */

/** @type {(sign: string, holds: (value: number, limit: number) => boolean) => Rule} */
const rule = (sign, holds) => (aim, limit, value, words) => {
  const named = `${aim}: ${sign} ${words(limit)}`;
  if (value === null || value === undefined || Number.isNaN(value)) return { aim: named, reached: null, found: "not measured" };
  return { aim: named, reached: holds(value, limit), found: words(value) };
};

const atLeast = rule("at least", (value, limit) => value >= limit);
const atMost = rule("at most", (value, limit) => value <= limit);
const below = rule("under", (value, limit) => value < limit);
