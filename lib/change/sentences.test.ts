import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseSession } from "../course/course";
import { pcl5 } from "../measures/pcl-5/definition";
import type { Recall } from "../measures/recall";
import { itemChanges } from "./item-change";
import { findRule, rulesFor } from "./rules";
import { inWords } from "./sentences";
import { trajectory, type AssessmentInput } from "./trajectory";
import { capital, hyphenated, small, when } from "./wording";

const zone = "America/New_York";
const marx = findRule("marx-2022-15")!;
const t0 = new Date("2026-11-01T10:00:00-05:00");
const DAY = 86_400_000;
const firstDose: CourseSession = { id: "d1", kind: "dose", at: t0, status: "done" };

type Answers = (number | null)[];
const spread = (total: number): number[] => Array.from({ length: 20 }, (_, i) => Math.floor(total / 20) + (i < total % 20 ? 1 : 0));
function form(id: string, day: number, answers: number | Answers, recall: Recall = "week"): AssessmentInput {
  const at = new Date(+t0 + day * DAY);
  return {
    id, measure: "pcl-5", recall, at, enteredAt: at, corrected: false,
    ratings: typeof answers === "number" ? spread(answers) : answers,
  };
}
function say(assessments: AssessmentInput[], sessions: CourseSession[] = [firstDose], rule = marx): readonly string[] {
  return inWords(trajectory({ measure: pcl5, course: { timeZone: zone }, sessions, assessments, rule }), pcl5, rule);
}

// Totals 62 before, 50 after 23 hours and 29 on day 22; item 1 goes from 4 to 1, item 20 stays at 3.
const before = [4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3];
const after23 = [4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3];
const after22 = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 1, 1, 2, 3];

describe("what a clinician reads", () => {
  test("the totals used below", () => {
    expect([before, after23, after22].map((list) => list.reduce((sum, rating) => sum + rating, 0))).toEqual([62, 50, 29]);
  });

  test("a fall past the reliable change", () => {
    expect(say([form("a", -0.05, before), form("b", 23 / 24, after23), form("c", 22, after22)])).toEqual([
      "Total fell 33 points (53 %) from baseline (62 on day 0) to 29 on day 22, past week. Reliable improvement by Marx 2022 (15 points or more).",
      "12 of those points came within 23 hours of the first dose.",
      "Largest item change: unwanted memories (4 → 1). Unchanged: sleep (3).",
    ]);
  });

  test("recovered, below reliability, no change, worse", () => {
    const first = (to: number) => say([form("a", -1, 62), form("b", 7, to)])[0];
    expect(first(28)).toBe("Total fell 34 points (55 %) from baseline (62 on day −1) to 28 on day 7, past week. Recovered by Marx 2022 (15 points or more): a reliable improvement from above 28 to 28 or below.");
    expect(first(52)).toBe("Total fell 10 points (16 %) from baseline (62 on day −1) to 52 on day 7, past week. Improved below reliability by Marx 2022 (15 points or more).");
    expect(first(61)).toBe("Total fell 1 point (2 %) from baseline (62 on day −1) to 61 on day 7, past week. No reliable change by Marx 2022 (15 points or more).");
    expect(first(62)).toBe("Total unchanged from baseline (62 on day −1): 62 on day 7, past week. No reliable change by Marx 2022 (15 points or more).");
    expect(first(77)).toBe("Total rose 15 points (24 %) from baseline (62 on day −1) to 77 on day 7, past week. Reliably worse by Marx 2022 (15 points or more).");
  });

  test("per cent is rounded half up, and never taken of 0", () => {
    expect(say([form("a", -1, 40), form("b", 7, 35)])[0]).toContain("fell 5 points (13 %)"); // 12.5
    expect(say([form("a", -1, 0), form("b", 7, 3)])[0]).toBe(
      "Total rose 3 points from baseline (0 on day −1) to 3 on day 7, past week. No reliable change by Marx 2022 (15 points or more).",
    );
  });

  test("no score, one score, a first score that is no baseline", () => {
    expect(say([])).toEqual(["No scored PCL-5 yet."]);
    expect(say([form("a", -1, 62)])).toEqual(["Past-week total 62 on day −1 is the baseline; no later past-week score yet."]);
    expect(say([form("a", 4, 40)])[0]).toBe("Past-week total 40 on day 4 is the first past-week score; no later past-week score yet.");
    expect(say([form("a", 4, 40), form("b", 22, 32)])[0]).toBe(
      "Total fell 8 points (20 %) since the first past-week score (40 on day 4) to 32 on day 22, past week. No reliable change by Marx 2022 (15 points or more).",
    );
  });

  test("before treatment begins, dates stand for days", () => {
    expect(say([form("a", -3, 62), form("b", -1, 60)], [])[0]).toBe(
      "Total fell 2 points (3 %) since the first past-week score (62 on 29 Oct 2026) to 60 on 31 Oct 2026, past week. No reliable change by Marx 2022 (15 points or more).",
    );
  });

  test("the past-day form has no rule", () => {
    expect(say([form("a", -1, 62, "day"), form("b", 8, 40, "day")])[0]).toBe(
      "Total fell 22 points (35 %) from baseline (62 on day −1) to 40 on day 8, past day. Marx 2022 does not cover the past day form.",
    );
  });
});

describe("the first 24 hours", () => {
  const second = (at24: number, later: number, sessions?: CourseSession[]) =>
    say([form("a", -1, 60), form("b", 1, at24), form("c", 21, later)], sessions)[1];
  test("part, all, none or more of the change", () => {
    expect(second(50, 30)).toBe("10 of those points came within 24 hours of the first dose.");
    expect(second(30, 30)).toBe("All of those points came within 24 hours of the first dose.");
    expect(second(60, 30)).toBe("Within 24 hours of the first dose the total was 60, equal to baseline.");
    expect(second(64, 30)).toBe("Within 24 hours of the first dose the total was 64, 4 points above baseline.");
    expect(second(20, 59)).toBe("Within 24 hours of the first dose the total was 20, 40 points below baseline.");
    expect(second(59, 70)).toBe("Within 24 hours of the first dose the total was 59, 1 point below baseline.");
  });
  test("of the first session where no dose was given", () => {
    expect(second(50, 30, [{ ...firstDose, kind: "therapy" }])).toBe("10 of those points came within 24 hours of the first session.");
  });
  test("nothing without a baseline, and nothing twice when it is the latest score", () => {
    expect(say([form("b", 1, 50), form("c", 21, 30)]).join(" ")).not.toContain("first dose");
    expect(say([form("a", -1, 60), form("b", 1, 50)]).join(" ")).not.toContain("first dose");
  });
});

describe("items", () => {
  const items = (from: number[], to: number[]) => say([form("a", -1, from), form("b", 21, to)])[1];
  test("most and least, with their company", () => {
    const from = Array<number>(20).fill(2);
    expect(items(from.with(0, 4).with(19, 3), Array<number>(20).fill(0).with(0, 1).with(19, 2))).toBe(
      "Largest item change: unwanted memories (4 → 1). Least: sleep (3 → 2).",
    );
    expect(items(from, from.with(0, 0).with(5, 0).with(6, 0))).toBe(
      "Largest item change: unwanted memories (2 → 0) and 2 others by as much. Unchanged: disturbing dreams (2) and 16 others.",
    );
    expect(items(from, from.with(0, 0).with(5, 0))).toContain("(2 → 0) and 1 other by as much.");
    expect(items(from, from.with(2, 4))).toContain("Largest item change: reliving (2 → 4).");
    expect(items(from, from)).toBe("No item changed.");
    expect(items(from, Array<number>(20).fill(1))).toBe("Every item changed by 1 point.");
    expect(items(from, Array<number>(20).fill(0))).toBe("Every item changed by 2 points.");
  });
  test("the worked example", () => {
    const from = Array<number>(20).fill(2).with(0, 4).with(19, 3);
    const to = Array<number>(20).fill(0).with(0, 1).with(19, 2);
    expect(itemChanges(pcl5, from, to)).toMatchObject({
      most: { item: { number: 1 }, from: 4, to: 1 }, othersMost: 0,
      least: { item: { number: 20 }, from: 3, to: 2 }, othersLeast: 0,
    });
    expect(() => itemChanges(pcl5, from, to.slice(1))).toThrow(RangeError);
  });
});

describe("the rest", () => {
  test("the overlap of the latest form with the last dose", () => {
    expect(say([form("a", -1, 60), form("b", 1, 50)])).toContain("6 of the 7 days the latest form asks about lie before the last dose.");
    expect(say([form("a", -1, 60), form("b", 6, 50)])).toContain("1 of the 7 days the latest form asks about lies before the last dose.");
    expect(say([form("a", -1, 60, "day"), form("b", 0.1, 50, "day")])).toContain("The day the latest form asks about lies before the last dose.");
  });
  test("incomplete forms, with what they miss", () => {
    const missing = (...items: number[]): Answers => spread(40).map((rating, i) => (items.includes(i + 1) ? null : rating));
    expect(say([form("a", -1, 60), form("b", 15, missing(4, 9))])).toContain(
      "Past-week form on day 15 is incomplete (18 of 20 answered, items 4 and 9 missing) and not scored.",
    );
    expect(say([form("b", 15, missing(20))])).toEqual([
      "No scored PCL-5 yet.",
      "Past-week form on day 15 is incomplete (19 of 20 answered, item 20 missing) and not scored.",
    ]);
  });
  test("other recall windows are kept apart", () => {
    expect(say([form("m", -6, 70, "month"), form("a", -1, 60), form("b", 7, 50)]).at(-1)).toBe("Past month is kept apart: 1 score, 70 on day −6.");
    expect(say([form("m", -6, 70, "month"), form("n", 6, 40, "month"), form("a", -1, 60), form("b", 7, 50)]).at(-1)).toBe(
      "Past month is kept apart: 2 scores, the latest 40 on day 6.",
    );
  });
  test("small words", () => {
    expect(when({ day: -3, at: t0 }, zone)).toBe("on day −3");
    expect(when({ day: null, at: new Date("2026-11-24T03:00:00Z") }, zone)).toBe("on 23 Nov 2026");
    expect([hyphenated("past week"), small("Sleep"), capital("past week")]).toEqual(["past-week", "sleep", "Past week"]);
  });
  test("another measure's or rule's trajectory is refused", () => {
    const given = trajectory({ measure: pcl5, course: { timeZone: zone }, sessions: [], assessments: [], rule: marx });
    expect(() => inWords(given, pcl5, findRule("marx-2022-18")!)).toThrow(RangeError);
  });
});

describe("laws", () => {
  const anyForms = fc.array(
    fc.record({
      day: fc.oneof(fc.integer({ min: -10, max: 60 }), fc.constantFrom(0.8, 1, 1.4)),
      ratings: fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 40 }), { minLength: 20, maxLength: 20 }),
      recall: fc.constantFrom<Recall>("month", "week", "day"),
    }),
    { maxLength: 8 },
  );
  const starts = fc.constantFrom<CourseSession[]>([firstDose], [], [{ ...firstDose, kind: "therapy" }]);
  const build = (list: { day: number; ratings: Answers; recall: Recall }[]) =>
    list.map(({ day, ratings, recall }, i) => form(`f${i}`, day, ratings, recall));

  test("no cause, no cheer, no advice, no hyphen for a minus, and every sentence ends", () => {
    fc.assert(fc.property(anyForms, starts, fc.constantFrom(...rulesFor("pcl-5")), (list, sessions, rule) => {
      for (const sentence of say(build(list), sessions, rule)) {
        expect(sentence).not.toMatch(/because|due to|caus|effect|result|thanks|owing|work(s|ed)/i);
        expect(sentence).not.toMatch(/great|good news|well done|excellent|success|unfortunately|!/i);
        expect(sentence).not.toMatch(/cured|cleared|remission|stop|should|continue|recommend/i);
        expect(sentence).not.toMatch(/(^|[\s(])-\d|NaN|undefined|null|Infinity/);
        expect(sentence).not.toMatch(/\b1 (points|others|hours|days|items)\b|\b(0|[2-9]|\d\d+) (point|other|hour)\b/);
        expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      }
    }));
  });

  test("fell, rose and unchanged agree with the numbers beside them", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }), (from, to) => {
      const way = to < from ? "fell" : "rose";
      const start = to === from ? "Total unchanged" : `Total ${way} ${Math.abs(to - from)} point`;
      const first = say([form("a", -1, from), form("b", 7, to)])[0]!;
      expect(first.startsWith(start)).toBe(true);
      expect(first).toContain(`(${from} on day −1)`);
      expect(first).toContain(`${to} on day 7`);
      expect(first.includes("%")).toBe(from !== 0 && from !== to);
    }));
  });

  test("month forms add one sentence to a week's story and change no other", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }), (month, from, to) => {
      const week = [form("a", -1, from), form("b", 7, to)];
      const [last, ...rest] = say([form("m", -6, month, "month"), ...week]).toReversed();
      expect(rest.toReversed()).toEqual(say(week));
      expect(last).toBe(`Past month is kept apart: 1 score, ${month} on day −6.`);
    }));
  });
});
