import { describe, expect, test } from "vitest";
import { answersApart, answersOf, formValues, missingItems, sameAnswers, type Answers } from "./answers";

const three = { items: [{ number: 1 }, { number: 2 }, { number: 3 }] };
const saved: Answers = {
  recall: "week",
  sessionId: null,
  answeredAt: "2026-11-23T10:05",
  mode: "paper",
  ratings: [0, null, 4],
};

describe("zero is an answer", () => {
  test("it is not missing", () => {
    expect(missingItems(three.items, [0, null, 4])).toEqual([2]);
  });

  test("answering nothing with zero is one answer more", () => {
    expect(answersApart(saved, { ...saved, ratings: [0, 0, 4] })).toBe(1);
    expect(answersApart(null, { ...saved, ratings: [0, null, null] })).toBe(1);
  });

  test("it survives the way into the form and out again", () => {
    expect(answersOf(formValues(three, saved))).toEqual(saved);
  });
});

test("answers that a draft does not hold are open, not zero", () => {
  expect(formValues(three, { ...saved, ratings: [] }).ratings).toEqual([null, null, null]);
});

test("a half-typed time is kept out of the draft", () => {
  expect(answersOf({ ...formValues(three, saved), answeredAt: "2026-11-23T" }).answeredAt).toBeNull();
});

test("a chosen session and none are told apart", () => {
  const chosen = { ...saved, sessionId: "0d3c" };
  expect(answersOf(formValues(three, chosen)).sessionId).toBe("0d3c");
  expect(sameAnswers(saved, chosen)).toBe(false);
  expect(sameAnswers(saved, { ...saved })).toBe(true);
  expect(sameAnswers(saved, { ...saved, mode: "aloud" })).toBe(false);
});
