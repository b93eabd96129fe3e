// Counters, gauges and histograms, and Prometheus' text for them (exposition format 0.0.4). Numbers of how it goes, of nobody:
// a label is a route's pattern, a method or a status, never an address with an id in it.

/** @typedef {Record<string, string>} Labels */

/** Seconds. @type {readonly number[]} */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @param {string} text */
const escaped = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');

/** @param {Labels} labels */
function inBraces(labels) {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

/**
 * @param {string} name
 * @param {string} help
 */
export function counter(name, help) {
  /** @type {Map<string, number>} */
  const values = new Map();
  return {
    /** @param {Labels} [labels] */
    add: (labels = {}) => void values.set(inBraces(labels), (values.get(inBraces(labels)) ?? 0) + 1),
    text: () => [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...[...values].map(([labels, value]) => `${name}${labels} ${value}`)],
  };
}

/**
 * Asked when somebody looks; what is not known then is left out.
 * @param {string} name
 * @param {string} help
 * @param {() => number | null | Promise<number | null>} read
 */
export function gauge(name, help, read) {
  return {
    text: async () => {
      const value = await read();
      return value === null || !Number.isFinite(value) ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
    },
  };
}

/**
 * @param {string} name
 * @param {string} help
 */
export function histogram(name, help) {
  /** @type {Map<string, { labels: Labels, counts: number[], sum: number, count: number }>} */
  const series = new Map();
  return {
    /**
     * @param {number} seconds
     * @param {Labels} labels
     */
    observe: (seconds, labels) => {
      const key = inBraces(labels);
      const found = series.get(key) ?? { labels, counts: buckets.map(() => 0), sum: 0, count: 0 };
      series.set(key, found);
      for (const [at, limit] of buckets.entries()) if (seconds <= limit) found.counts[at] = (found.counts[at] ?? 0) + 1;
      found.sum += seconds;
      found.count += 1;
    },
    text: () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} histogram`,
      ...[...series.values()].flatMap(({ labels, counts, sum, count }) => [
        ...buckets.map((limit, at) => `${name}_bucket${inBraces({ ...labels, le: String(limit) })} ${counts[at]}`),
        `${name}_bucket${inBraces({ ...labels, le: "+Inf" })} ${count}`,
        `${name}_sum${inBraces(labels)} ${sum}`,
        `${name}_count${inBraces(labels)} ${count}`,
      ]),
    ],
  };
}

/** @param {{ text: () => string[] | Promise<string[]> }[]} metrics */
export async function exposition(metrics) {
  const texts = await Promise.all(metrics.map((metric) => metric.text()));
  return `${texts.flat().join("\n")}\n`;
}
