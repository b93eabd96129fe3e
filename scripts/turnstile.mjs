// How many pages are made at once. Making one takes the processor, of which there is one: begun all together, fifty
// pages are ready no sooner than one after another, while each holds a connection and runs into the time limits of the
// database. So the rest wait in the order in which they came, and who has waited too long is told so.

/**
 * @param {{ atOnce: number, patience: number }} limits `patience` in milliseconds
 * @returns {(response: import("node:events").EventEmitter, enter: () => void, refuse: () => void) => void} calls one of
 *   the two, now or later, or neither where the response closes before its turn
 */
export function turnstile({ atOnce, patience }) {
  let inside = 0;
  /** @type {Set<() => void>} in the order in which they came */
  const waiting = new Set();

  return (response, enter, refuse) => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      inside += 1;
      response.once("close", () => {
        inside -= 1;
        for (const first of waiting) return first();
      });
      enter();
    };
    if (inside < atOnce) return go();
    waiting.add(go);
    response.once("close", () => {
      clearTimeout(timer);
      waiting.delete(go);
    });
    timer = setTimeout(() => {
      waiting.delete(go);
      refuse();
    }, patience);
  };
}
