// Where what was recorded stands, in one line.
import { keptWhere } from "@/components/begun/kept-where";
import { waitingOf, type KeptState } from "./kept-queue";

const many = (count: number) => `${count} waiting`;

/** Example: "No connection: kept on this device, 3 waiting to be sent". Until what lies here has been read, nothing is claimed. */
export function keptWords(state: KeptState, lasting: boolean, ready = true): { words: string; trouble: boolean } {
  if (!ready) return { words: "Looking at what is kept on this device", trouble: false };
  const count = waitingOf(state).length;
  const place = keptWhere(lasting);
  const refused = state.entries.length - count;
  if (refused > 0 && count === 0) return { words: `${refused} ${refused === 1 ? "entry was" : "entries were"} not stored`, trouble: true };
  if (count === 0) return state.trouble === null ? { words: "Everything recorded is on the server", trouble: false } : { words: "Nothing is waiting on this device", trouble: false };
  switch (state.trouble?.kind) {
    case "offline":
      return { words: `No connection: ${place}, ${many(count)} to be sent`, trouble: true };
    case "unavailable":
      return { words: `The server does not answer just now: ${place}, ${many(count)} to be sent`, trouble: true };
    case "signed-out":
      return { words: `Signed out: ${place}, ${many(count)}. Sign in to send`, trouble: true };
    default:
      return { words: `Sending, ${many(count)}`, trouble: false };
  }
}

/** How far the device's clock is off, if it is far enough to say so. Times are never shifted. */
export function clockOffWords(aheadMs: number | null): string | null {
  if (aheadMs === null || Math.abs(aheadMs) <= 2 * 60_000) return null;
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  return `This device's clock is ${minutes} minutes ${aheadMs > 0 ? "ahead of" : "behind"} the clinic's server. Times recorded here follow this device: set its clock, or enter the times by hand.`;
}
