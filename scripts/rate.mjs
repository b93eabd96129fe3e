// How fast this process answers one address and one browser, in memory: a bucket that fills again by the second. It keeps a
// runaway script from taking the place of everybody else; what people may do is counted for all processes together in
// lib/auth/limits.ts.

const mostKept = 50_000;

/**
 * @param {number} perMinute how many at once, and how many in a minute on average
 * @returns {(key: string, now: number) => number} seconds to wait, or 0 where this one may go on
 */
export function bucket(perMinute) {
  /** @type {Map<string, { left: number, at: number }>} */
  const kept = new Map();
  return (key, now) => {
    const found = kept.get(key) ?? { left: perMinute, at: now };
    found.left = Math.min(perMinute, found.left + ((now - found.at) / 60_000) * perMinute);
    found.at = now;
    if (kept.size >= mostKept && !kept.has(key)) kept.clear(); // forgetting everybody once is fair, and memory stays flat
    kept.set(key, found);
    if (found.left < 1) return Math.max(1, Math.ceil(((1 - found.left) / perMinute) * 60));
    found.left -= 1;
    return 0;
  };
}

/**
 * What is said to somebody who asks too fast: to our own pages in the shape they read.
 * @param {string} path
 * @param {number} seconds
 */
export function tooFast(path, seconds) {
  const message = `Too many requests came from here just now. Wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and try again; nothing you typed is lost.`;
  return path.startsWith("/api/")
    ? { type: "application/json", body: JSON.stringify({ error: { kind: "throttled", message } }) }
    : { type: "text/plain; charset=utf-8", body: message };
}
