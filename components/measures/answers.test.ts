import { describe, expect, test } from "vitest";
import { answersApart, answersOf, formValues, sameAnswers, wholeNumber, type Answers } from "./answers";

const three = { items: [{ number: 1 }, { number: 2 }, { number: 3 }] };
const saved: Answers = {
  recall: "week",
  sessionId: null,
  answeredAt: "2026-11-23T10:05",
  mode: "paper",
  ratings: [0, null, 4],
  total: null,
};

describe("zero is an answer", () => {
  test("answering nothing with zero is one answer more", () => {
    expect(answersApart(saved, { ...saved, ratings: [0, 0, 4] })).toBe(1);
    expect(answersApart(null, { ...saved, ratings: [0, null, null] })).toBe(1);
  });

  test("it survives the way into the form and out again", () => {
    expect(answersOf(formValues(three, saved))).toEqual(saved);
  });
});

describe("an entered total", () => {
  const none = { items: [] };
  const entered: Answers = { ...saved, ratings: [], total: 0 };

  test("survives the way into the form and out again, zero too", () => {
    expect(formValues(none, entered).total).toBe("0");
    expect(answersOf(formValues(none, entered))).toEqual(entered);
    expect(answersOf(formValues(none, { ...entered, total: null })).total).toBeNull();
  });

  test("counts as one answer, and none as none", () => {
    expect(answersApart({ ...entered, total: null }, entered)).toBe(1);
    expect(answersApart(null, entered)).toBe(1);
    expect(sameAnswers(entered, { ...entered, total: 1 })).toBe(false);
  });

  test.each([["41", 41], [" 7 ", 7], ["0", 0], ["4.5", null], ["-3", null], ["", null], ["4o", null], ["1e2", null]])(
    "%o typed is %o",
    (typed, number) => {
      expect(wholeNumber(typed)).toBe(number);
    },
  );

  test("does not come out of the total of a form with items", () => {
    expect(formValues(three, { ...saved, total: 4 }).total).toBe("");
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
