// Something the person at the keyboard can mend: told in plain words, without a stack.

export class Trouble extends Error {}

/**
 * Runs a command's main function; trouble ends it with its sentence alone, anything else with its stack.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof Trouble ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}
