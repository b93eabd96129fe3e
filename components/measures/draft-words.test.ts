import { expect, test } from "vitest";
import { emptyQueue, type Trouble } from "@/components/begun/draft-queue";
import { agoWords, draftWords } from "./draft-words";

const waiting = (trouble: Trouble) => ({ ...emptyQueue<string>("a", 0), waiting: "b", trouble });

test("a fresh form promises, a saved one says when", () => {
  expect(draftWords(emptyQueue(), 0, 0, false, true)).toEqual({
    words: "every answer is saved as you go",
    trouble: false,
  });
  expect(draftWords(emptyQueue("a", 1_000), 0, 4_999, false, true).words).toBe("saved 3 s ago");
});

test("a request under way is mentioned only when it is slow", () => {
  const sending = { ...emptyQueue("a", 0), sending: "b" };
  expect(draftWords(sending, 1, 2_000, false, true).words).toBe("saved 2 s ago");
  expect(draftWords(sending, 1, 2_000, true, true).words).toBe("saving 1 answer");
  expect(draftWords(sending, 0, 2_000, true, true).words).toBe("saving a change");
  expect(draftWords(emptyQueue("a", 0), 0, 2_000, true, true).words).toBe("saved 2 s ago");
});

test("offline counts what the server does not have, in the singular too", () => {
  expect(draftWords(waiting({ kind: "offline" }), 3, 0, false, true)).toEqual({
    words: "offline: 3 answers not yet saved, kept on this device",
    trouble: true,
  });
  expect(draftWords(waiting({ kind: "offline" }), 1, 0, false, true).words).toBe(
    "offline: 1 answer not yet saved, kept on this device",
  );
  expect(draftWords(waiting({ kind: "offline" }), 0, 0, false, true).words).toBe(
    "offline: a change not yet saved, kept on this device",
  );
});

test("where the device keeps nothing it says so", () => {
  expect(draftWords(waiting({ kind: "offline" }), 3, 0, false, false).words).toBe(
    "offline: 3 answers not yet saved, kept on this page only, do not close it",
  );
});

test("each other trouble has its own words", () => {
  expect(draftWords(waiting({ kind: "unavailable" }), 2, 0, false, true).words).toBe(
    "the server does not answer just now: 2 answers not yet saved, kept on this device",
  );
  expect(draftWords(waiting({ kind: "signed-out" }), 2, 0, false, true).words).toBe(
    "signed out: 2 answers not yet saved, kept on this device",
  );
  expect(draftWords(waiting({ kind: "elsewhere" }), 2, 0, false, true).words).toBe(
    "other answers to this form were saved meanwhile",
  );
  expect(
    draftWords(waiting({ kind: "refused", message: "Choose how the form was given" }), 2, 0, false, true).words,
  ).toBe("not saved: Choose how the form was given");
});

test("how long ago", () => {
  expect([0, 999, 1_000, 59_999, 60_000, 3_600_000].map(agoWords)).toEqual([
    "just now",
    "just now",
    "1 s ago",
    "59 s ago",
    "1 min ago",
    "1 h ago",
  ]);
});
