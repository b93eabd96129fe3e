// A command's steps on the terminal: one calm line each, with its time.

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {string} name
 * @param {() => Promise<string | void>} work answers with its outcome in a few words
 */
export async function step(name, work) {
  const began = performance.now();
  const label = `  ${`${name} `.padEnd(16)}`;
  if (process.stdout.isTTY) process.stdout.write(`${label}…`);
  try {
    const outcome = (await work()) ?? "done";
    const time = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    process.stdout.write(`${process.stdout.isTTY ? "\r" : ""}${label}${outcome.padEnd(36)}${time.padStart(8)}\n`);
  } catch (error) {
    if (process.stdout.isTTY) process.stdout.write(`\r${label}failed\n`);
    else process.stdout.write(`${label}failed\n`);
    throw error;
  }
}
