import { describe, expect, it } from "vitest";
import { standardErrors } from "./jacobson-truax";
import type { Rule } from "./rule";
import { asks, kindWords, stepsWords } from "./rule-words";
import { findRule } from "./rules";

function rule(id: string): Rule {
  const found = findRule(id);
  if (found === null) throw new Error(`no rule ${id}`);
  return found;
}

describe("a rule in words", () => {
  it("says what Marx 2022 asks for", () => {
    expect(kindWords(rule("marx-2022-15"))).toBe("Reliable change");
    expect(asks(rule("marx-2022-15"))).toBe(
      "A change of 15 points or more, either way. Recovered: an improvement of that size from above 28 to 28 or below. " +
        "An improvement from 9 points up that stays below it is named as such.",
    );
  });

  it("names no smaller step where the rule itself is the smallest", () => {
    expect(kindWords(rule("blanchard-2023-9"))).toBe("Likely real change");
    expect(asks(rule("blanchard-2023-9"))).toBe("A change of 9 points or more, either way.");
  });

  it("never calls a response threshold reliable", () => {
    expect(kindWords(rule("ncptsd-5"))).toBe("Response threshold, not a test of reliability");
    expect(asks(rule("ncptsd-5"))).toBe("A fall of 5 points or more.");
    expect(asks(rule("percent-50"))).toBe("A fall of 50 % or more of the score it is counted from.");
  });

  it("says where an end state lies", () => {
    expect(kindWords(rule("resick-2021"))).toBe("End state");
    expect(asks(rule("resick-2021"))).toBe("A score of 19 or below.");
  });

  it("shows the steps of Jacobson and Truax's own example", () => {
    // 1991, p. 14: s = 7.5, r = .80 give S_E 3.35 and S_diff 4.74; 1.96 · 4.7434 = 9.297
    const { measurement, difference } = standardErrors(7.5, 0.8);
    const computed = { sd: 7.5, r: 0.8, kindOfR: "retest", standardError: measurement, standardErrorOfDifference: difference };
    expect(stepsWords(computed)).toBe("SEM = 7.5 · √(1 − 0.8) = 3.35; S_diff = √2 · SEM = 4.74; threshold = 1.96 · S_diff = 9.3 points");
  });
});
