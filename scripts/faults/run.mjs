// Shows of each defence that it matters: with its fault, its test fails. Prints how many faults were found out, of all.

import { cpus } from "node:os";
import path from "node:path";
import { runQuietly } from "../run.mjs";
import { say } from "../steps.mjs";
import { faulty } from "./fault.mjs";
import { faults } from "./list.mjs";

/**
 * @param {string[]} files
 * @param {string} fault
 */
function vitest(files, fault) {
  const args = [path.join("node_modules", "vitest", "vitest.mjs"), "run", "--project", "records", "--project", "unit", ...files];
  return runQuietly(process.execPath, args, { env: { ...process.env, COURSELINE_FAULT: fault, NO_COLOR: "1" } });
}

/** @returns {Promise<boolean>} whether every fault was found out */
export async function runFaults() {
  for (const fault of faults) if (fault.file) faulty(fault);
  const sound = await vitest([...new Set(faults.map(({ test }) => test))], "");
  if (sound.status !== 0) {
    say(`Without a fault the tests fail already:\n${sound.output}`);
    return false;
  }
  const queue = [...faults.keys()];
  let killed = 0;
  const worker = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const fault = faults[number];
      if (!fault) continue;
      const { status, output } = await vitest([fault.test], String(number));
      // Only a test that ran and said no has found it out: not one that could not be loaded.
      const found = status !== 0 && /Tests +\d+ failed/.test(output);
      if (found) killed += 1;
      say(`${found ? "found out" : "SURVIVED "}  ${fault.defence}  (${fault.test})${found || status === 0 ? "" : `\n${output}`}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(2, cpus().length)) }, worker));
  say(`\n${killed} of ${faults.length} faults found out`);
  return killed === faults.length;
}
