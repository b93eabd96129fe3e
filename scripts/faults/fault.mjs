// The one fault that a run of the tests is asked to have (scripts/faults/run.mjs), by its number in the list. Only the tests
// know of it: no source that is built imports this file, which a test makes sure of.

import { readFileSync } from "node:fs";
import path from "node:path";
import { faults } from "./list.mjs";

const root = path.join(import.meta.dirname, "..", "..");

/** @returns {import("./list.mjs").Fault | undefined} */
export function asked() {
  const number = process.env.COURSELINE_FAULT;
  return number === undefined || number === "" ? undefined : faults[Number(number)];
}

/**
 * The source with the fault in it. A fault that fits nowhere any more, or in two places, is none.
 * @param {import("./list.mjs").Fault} fault
 */
export function faulty({ defence, file = "", from = "", to = "" }) {
  const source = readFileSync(path.join(root, file), "utf8");
  if (source.split(from).length !== 2) throw new Error(`The fault "${defence}" does not fit ${file} in one place.`);
  return source.replace(from, () => to);
}

/** For Vitest: the file with the fault is loaded in place of the one that is there. */
export function faultPlugin() {
  const fault = asked();
  return {
    name: "courseline-fault",
    enforce: /** @type {const} */ ("pre"),
    /** @param {string} id */
    load(id) {
      return fault?.file !== undefined && id.split("?")[0] === path.join(root, fault.file) ? faulty(fault) : null;
    },
  };
}
