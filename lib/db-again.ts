// A transaction that lost against another is done again, a few times, each after a moment of chance: two that met once are not to
// meet again. Only for work that is whole within its transaction.
import { setTimeout as pause } from "node:timers/promises";
import { isConflict } from "./db-faults";

const mostTries = 5;
const longestMs = 200;

export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === mostTries || !isConflict(error)) throw error;
      await pause(Math.random() * Math.min(longestMs, 10 * 2 ** tried));
    }
  }
}
