import { describe, expect, it } from "vitest";
import { keptState, type KeptEntry, type KeptState } from "./kept-queue";
import { clockOffWords, keptWords } from "./kept-words";

const entry = (sequence: number, refused?: string): KeptEntry => ({ id: `e${sequence}`, sequence, sessionId: "s", kind: "reading", subject: "r", body: {}, ...(refused === undefined ? {} : { refused }) });
const state = (trouble: KeptState["trouble"], ...entries: KeptEntry[]): KeptState => ({ ...keptState(entries), trouble });

describe("where what was recorded stands", () => {
  it.each([
    [state(null), true, "Everything recorded is on the server"],
    [state({ kind: "offline" }, entry(1), entry(2), entry(3)), true, "No connection: kept on this device, 3 waiting to be sent"],
    [state({ kind: "offline" }, entry(1)), false, "No connection: kept on this page only, do not close it, 1 waiting to be sent"],
    [state({ kind: "signed-out" }, entry(1)), true, "Signed out: kept on this device, 1 waiting. Sign in to send"],
    [state({ kind: "unavailable" }, entry(1), entry(2, "No.")), true, "The server does not answer just now: kept on this device, 1 waiting to be sent"],
    [state(null, entry(1)), true, "Sending, 1 waiting"],
    [state(null, entry(1, "No.")), true, "1 entry was not stored"],
    [state(null, entry(1, "No."), entry(2, "No.")), true, "2 entries were not stored"],
  ])("%#", (given, lasting, words) => {
    expect(keptWords(given, lasting).words).toBe(words);
  });
});

it("claims nothing before it has looked", () => {
  expect(keptWords(state(null), true, false).words).toBe("Looking at what is kept on this device");
});

it("says when the device's clock is more than two minutes off, and only then", () => {
  expect([null, 0, 120_000, -120_000].map(clockOffWords)).toEqual([null, null, null, null]);
  expect(clockOffWords(200_000)).toMatch(/^This device's clock is 3 minutes ahead of the clinic's server/);
  expect(clockOffWords(-135 * 60_000)).toMatch(/135 minutes behind/);
});
