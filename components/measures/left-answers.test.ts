import { expect, test } from "vitest";
import type { Answers } from "./answers";
import { takenUp, under } from "./left-answers";

const answers = (ratings: (number | null)[], step: number, over: Partial<Answers> = {}) => ({ recall: "week" as const, sessionId: null, answeredAt: "2026-03-14T10:00", mode: "paper" as const, ratings, total: null, step, ...over });
const at = Date.UTC(2026, 2, 14, 14);
const blank = answers([null, null, null], 0);

test("the same form: what is newer here is taken up, what the server has is not", () => {
  const left = { id: "form", at, answers: answers([0, 4, null], 5) };
  expect(takenUp({ assessmentId: "form", initial: answers([0, null, null], 4) }, left)).toBe(left);
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, 2], 6) }, left)).toBeNull();
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, null], 4) }, left)).toBeNull();
});

test("the same form: what an earlier page sent as it closed may arrive late and count for newer; what was typed since stays", () => {
  const left = { id: "form", at, answers: answers([0, 4, 1], 7) };
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, null], 106) }, left)).toEqual({ id: "form", at, answers: answers([0, 4, 1], 106) });
  expect(takenUp({ assessmentId: "form", initial: answers([0, 3, null], 106) }, left)?.answers.ratings).toEqual([0, 3, 1]);
});

test("none of it reached the server: it goes on under the id it had, for it may have been saved there", () => {
  const left = { id: "before", at, answers: answers([0, 4, null], 2) };
  expect(takenUp({ assessmentId: "made anew", initial: blank }, left)).toBe(left);
});

test("another form was begun since: it fills what that one leaves open, and changes nothing that was answered", () => {
  const left = { id: "before", at, answers: answers([0, 4, 3], 9) };
  expect(takenUp({ assessmentId: "since", initial: answers([1, null, null], 2) }, left)).toEqual({ id: "since", at, answers: answers([1, 4, 3], 2) });
  expect(takenUp({ assessmentId: "since", initial: answers([1, 2, 0], 3) }, left)).toBeNull();
  const total = { id: "before", at, answers: answers([], 2, { total: 0 }) };
  expect(takenUp({ assessmentId: "since", initial: answers([], 1) }, total)?.answers.total).toBe(0);
});

test("what the server took as the page was left counts for a page that was read before, for a minute, and fills nothing", () => {
  const left = { id: "form", at, had: true, answers: answers([0, 4, 1], 7) };
  const soon = at + 60_000;
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, null], 6) }, left, soon)).toBe(left);
  expect(takenUp({ assessmentId: "made anew", initial: blank }, left, soon)).toBe(left);
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, null], 8) }, left, soon), "cleared since").toBeNull();
  expect(takenUp({ assessmentId: "since", initial: answers([0, null, null], 1) }, left, soon)).toBeNull();
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, null], 6) }, left, soon + 1)).toBeNull();
});

test("a correction goes on over the revision it was begun with, and over no other form", () => {
  const left = { id: "form", at, answers: answers([0, 4, 3], 0), correction: { revision: 2, reason: "Misread" } };
  expect(takenUp({ assessmentId: "form", initial: answers([0, 4, 4], 0) }, left)).toBe(left);
  expect(takenUp({ assessmentId: "other", initial: blank }, left)).toBeNull();
});

test("what is entered before the look for an earlier draft is over is laid over it: nothing of either goes", () => {
  const opened = { assessmentId: "form", initial: answers([2, 2, 2, null], 0) };
  const left = { id: "form", at, answers: answers([2, 0, null, 1], 0, { mode: "aloud" }), correction: { revision: 2, reason: "Misread" } };
  const entered = { id: "form", answers: answers([4, 2, 2, null], 0, { recall: "month" }), correction: { revision: 3, reason: "and once more" } };
  expect(under(left, entered, opened)).toEqual({ ...left, answers: answers([4, 0, null, 1], 0, { mode: "aloud", recall: "month" }), correction: { revision: 2, reason: "Misread\nand once more" } });
  expect(under(left, { ...entered, answers: answers([2, 2, null, null], 0), correction: { revision: 3, reason: "" } }, opened)).toEqual(left);
  const cleared = { ...entered, answers: answers([null, 2, 2, null], 0) };
  expect(under({ ...left, answers: answers([3, 2, 2, null], 0) }, cleared, opened).answers.ratings).toEqual([null, 2, 2, null]);
});
