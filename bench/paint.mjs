// What a browser sees on a first visit, its cache empty: bytes of script, largest paint, the chart drawn, layout shift.
// Slow is Lighthouse's phone: a processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.

import { median } from "./statistics.mjs";

/**
 * @typedef {{ name: string, url: string, cookie: string | null, draws: boolean }} Page `draws`: it has a live chart
 * @typedef {{ script: number, document: number, stylesheet: number, font: number, all: number }} Bytes over the wire, without headers
 * @typedef {{
 *   bytes: Bytes, firstPaint: number, largestPaint: number, drawn: number | null, shift: number,
 *   largest: string, shifted: string[],
 * }} Visit times in milliseconds since the navigation began; then what was painted largest and what was shifted
 * @typedef {{ page: string, plain: Visit, slow: Visit }} Painted
 */

const slow = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8, offline: false };
const slowdown = 4;

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {readonly Page[]} pages
 * @param {{ plainVisits: number, slowVisits: number }} plan
 * @param {(trouble: string) => void} tell of a visit that failed; the others go on
 * @returns {Promise<Painted[]>} of every page that could be seen both ways
 */
export async function paint(browser, pages, { plainVisits, slowVisits }, tell) {
  const seen = pages.map((page) => ({ page, plain: /** @type {Visit[]} */ ([]), slow: /** @type {Visit[]} */ ([]) }));
  const look = async (/** @type {Page} */ page, /** @type {boolean} */ slowly) => {
    try {
      return [await visit(browser, page, slowly)];
    } catch (error) {
      tell(`${page.name}${slowly ? ", slow" : ""}: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  };
  for (const { page } of seen) await look(page, false); // the server has served each page once
  for (let round = 0; round < plainVisits; round += 1) for (const each of seen) each.plain.push(...(await look(each.page, false)));
  for (let round = 0; round < slowVisits; round += 1) for (const each of seen) each.slow.push(...(await look(each.page, true)));
  return seen
    .filter(({ plain, slow }) => plain.length > 0 && slow.length > 0)
    .map((each) => ({ page: each.page.name, plain: middle(each.plain), slow: middle(each.slow) }));
}

/**
 * @param {Visit[]} visits
 * @returns {Visit} figure by figure; of the layout shifts the worst
 */
function middle(visits) {
  const of = (/** @type {(visit: Visit) => number} */ figure) => median(visits.map(figure));
  const drawn = visits.flatMap((visit) => (visit.drawn === null ? [] : [visit.drawn]));
  const bytes = (/** @type {keyof Bytes} */ kind) => of((visit) => visit.bytes[kind]);
  return {
    bytes: {
      script: bytes("script"), document: bytes("document"), stylesheet: bytes("stylesheet"), font: bytes("font"), all: bytes("all"),
    },
    firstPaint: of((visit) => visit.firstPaint),
    largestPaint: of((visit) => visit.largestPaint),
    drawn: drawn.length === 0 ? null : median(drawn),
    shift: Math.max(...visits.map((visit) => visit.shift)),
    largest: visits[0]?.largest ?? "",
    shifted: [...new Set(visits.flatMap((visit) => visit.shifted))],
  };
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {Page} wanted
 * @param {boolean} slowly
 * @returns {Promise<Visit>}
 */
async function visit(browser, { name, url, cookie, draws }, slowly) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    if (cookie !== null) await context.addCookies(cookie.split("; ").map((pair) => asCookie(pair, url)));
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    /** @type {string[]} */
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.addInitScript(watch);
    if (slowly) {
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", slow);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    }
    /** @type {Promise<{ kind: string, size: number }>[]} */
    const sizes = [];
    page.on("requestfinished", (request) => {
      const kind = request.resourceType();
      sizes.push(request.sizes().then(({ responseBodySize }) => ({ kind, size: responseBodySize })));
    });
    const response = await page.goto(url, { waitUntil: "load" });
    if (!response?.ok() || page.url() !== url) throw new Error(`${name}: ${page.url()} answered with ${response?.status()}`);
    if (draws) await page.waitForFunction(() => document.documentElement.dataset.benchDrawn !== undefined);
    await page.waitForLoadState("networkidle");
    const seen = await page.evaluate(() => /** @type {Record<string, string>} */ ({ ...document.documentElement.dataset }));
    if (faults.length > 0) throw new Error(`${name}: an error in the page: ${faults.join("; ")}`);
    const received = await Promise.all(sizes);
    const sum = (/** @type {string} */ kind) =>
      received.reduce((total, each) => total + (kind === "all" || each.kind === kind ? each.size : 0), 0);
    return {
      bytes: { script: sum("script"), document: sum("document"), stylesheet: sum("stylesheet"), font: sum("font"), all: sum("all") },
      firstPaint: Number(seen.benchFirst),
      largestPaint: Number(seen.benchLargest),
      drawn: draws ? Number(seen.benchDrawn) : null,
      shift: Number(seen.benchShift ?? 0),
      largest: seen.benchLargestIs ?? "",
      shifted: seen.benchShifted?.split("; ") ?? [],
    };
  } finally {
    await context.close();
  }
}

/**
 * @param {string} pair
 * @param {string} url
 */
export function asCookie(pair, url) {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
}

/** Runs in the page before anything else there, and leaves what it sees on the root element. */
function watch() {
  const note = (/** @type {string} */ name, /** @type {number | string} */ value) => {
    document.documentElement.dataset[name] = String(value);
  };
  const what = (/** @type {unknown} */ node) => (node instanceof Element ? `${node.localName}.${node.getAttribute("class") ?? ""}` : "");
  let shift = 0;
  /** @type {Set<string>} */
  const shifted = new Set();
  const observe = (/** @type {string} */ type, /** @type {(entry: PerformanceEntry) => void} */ see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe("paint", (entry) => entry.name === "first-contentful-paint" && note("benchFirst", entry.startTime));
  observe("largest-contentful-paint", (entry) => {
    note("benchLargest", entry.startTime);
    note("benchLargestIs", what(Reflect.get(entry, "element")));
  });
  observe("layout-shift", (entry) => {
    shift += Number(Reflect.get(entry, "value"));
    note("benchShift", shift);
    for (const { node } of Reflect.get(entry, "sources") ?? []) shifted.add(what(node instanceof Text ? node.parentElement : node));
    note("benchShifted", [...shifted].join("; "));
  });
  // The chart says when its lines are in place; the picture is there with the frame after that.
  const drawn = new MutationObserver(() => {
    drawn.disconnect();
    requestAnimationFrame(() => setTimeout(() => note("benchDrawn", performance.now())));
  });
  drawn.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-drawn"] });
}
