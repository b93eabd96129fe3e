// A command's steps on the terminal: one calm line each, with its time.

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {string} name
 * @param {() => Promise<string | void>} work answers with its outcome in a few words
 * @param {{ beside?: boolean }} [options] `beside`: another step is under way too, so nothing is written before this one ends
 */
export async function step(name, work, { beside = false } = {}) {
  const began = performance.now();
  const label = `  ${`${name} `.padEnd(16)}`;
  const live = process.stdout.isTTY && !beside;
  if (live) process.stdout.write(`${label}…`);
  try {
    const outcome = (await work()) ?? "done";
    const time = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    process.stdout.write(`${live ? "\r" : ""}${label}${outcome.padEnd(36)}${time.padStart(8)}\n`);
  } catch (error) {
    process.stdout.write(`${live ? "\r" : ""}${label}failed\n`);
    throw error;
  }
}
