import { describe, expect, test } from "vitest";
import type { CourseSession } from "../course/course";
import { pcl5 } from "../measures/pcl-5/definition";
import { criteriaWords, suddenSentence, whyNotWords } from "./sudden-words";
import { trajectory } from "./trajectory";
import { suddenFinding } from "./weekly-series";

const zone = "America/New_York";
const t0 = new Date("2026-11-01T12:00:00-05:00");
const at = (day: number) => new Date(+t0 + day * 86_400_000);
const dose: CourseSession = { id: "d", kind: "dose", at: t0, status: "done" };
const therapy = (...days: number[]): CourseSession[] => days.map((day) => ({ id: `t${day}`, kind: "therapy", at: at(day), status: "done" }));
const spread = (total: number): number[] => Array.from({ length: 20 }, (_, i) => Math.floor(total / 20) + (i < total % 20 ? 1 : 0));
function intervals(totals: number[], sessions: CourseSession[] = [dose]) {
  const assessments = totals.map((total, i) => ({ id: `a${i}`, measure: "pcl-5", recall: "week" as const, at: at(7 * i), enteredAt: at(7 * i), ratings: spread(total), corrected: false }));
  const found = suddenFinding(trajectory({ measure: pcl5, course: { timeZone: zone }, sessions, assessments, rule: null }), { points: 10 });
  return found.state === "tested" ? found.runs[0]! : [];
}
const third = (totals: number[], sessions: CourseSession[] = [dose]) => suddenSentence(intervals(totals, sessions)[2]!, sessions, zone);

describe("sudden gains in words", () => {
  test("between sessions only where both scores are of a session's day", () => {
    expect(third([56, 55, 55, 38, 38, 38], [dose, ...therapy(0, 7, 14, 21, 28)])).toBe("Sudden gain between session 3 and 4: from 55 to 38, 17 points lower; association only.");
    expect(third([56, 55, 55, 38, 38, 38], [dose, ...therapy(0, 7, 21)])).toBe("Sudden gain between day 14 and day 21: from 55 to 38, 17 points lower; association only.");
    expect(third([56, 55, 55, 38, 38, 38], [])).toBe("Sudden gain between 15 Nov 2026 and 22 Nov 2026: from 55 to 38, 17 points lower; association only.");
  });
  test("reversed, and a loss", () => {
    // Half of 17 is 8.5: above 46.5.
    expect(third([56, 55, 55, 38, 38, 47])).toBe("Sudden gain between day 14 and day 21: from 55 to 38, 17 points lower; association only. Reversed by 47 on day 35, above 46.5.");
    expect(third([30, 30, 30, 50, 50, 39])).toBe("Sudden loss between day 14 and day 21: from 30 to 50, 20 points higher; association only. Reversed by 39 on day 35, below 40.");
  });
  test("each criterion with its value", () => {
    // Means 55.33 and 38, 17.33 apart; pooled SD √((0.6667 + 0)/4) = 0.408, times 2.776 is 1.13.
    expect(criteriaWords(intervals([56, 55, 55, 38, 38, 38])[2]!)).toEqual([
      "Criterion 1: 17 points; 10 or more asked: met.",
      "Criterion 2: 17 points; 13.8 or more asked (25 % of 55): met.",
      "Criterion 3: means of 3 scores before and 3 after lie 17.3 points apart; more than 1.1 asked: met.",
    ]);
    expect(criteriaWords(intervals([56, 55, 54, 53])[0]!)).toEqual([
      "Criterion 1: 1 point; 10 or more asked: not met.",
      "Criterion 2: 1 point; 14 or more asked (25 % of 56): not met.",
      "Criterion 3: 1 score before and 3 after, two of each asked: cannot be worked out.",
    ]);
    expect(whyNotWords.first).toBe("the first step has one score before it");
  });
  test("only a met one has a sentence", () => {
    expect(() => third([56, 55, 55, 54, 38, 38])).toThrow(RangeError);
  });
});
