import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseSession, SessionKind } from "../course/course";
import { pcl5 } from "../measures/pcl-5/definition";
import type { Measure } from "../measures/measure";
import type { Recall } from "../measures/recall";
import { attention, type AttentionInput } from "./attention";
import { ATTENTION_IDS, startingAttention } from "./attention-rules";
import { findRule } from "./rules";
import { trajectory, type AssessmentInput } from "./trajectory";

const zone = "America/New_York";
const t0 = new Date("2026-11-01T10:00:00-05:00");
const at = (day: number) => new Date(+t0 + day * 86_400_000);
const done = (kind: SessionKind, ...days: number[]): CourseSession[] => days.map((day) => ({ id: `${kind}${day}`, kind, at: at(day), status: "done" }));
const spread = (total: number): number[] => Array.from({ length: 20 }, (_, i) => Math.floor(total / 20) + (i < total % 20 ? 1 : 0));
const form = (day: number, total: number | (number | null)[], recall: Recall = "week"): AssessmentInput => ({
  id: `${recall}${day}`, measure: "pcl-5", recall, at: at(day), enteredAt: at(day), corrected: false,
  ratings: typeof total === "number" ? spread(total) : total,
});
const marx = findRule("marx-2022-15")!;
function fire(forms: AssessmentInput[], sessions: CourseSession[], rest: Partial<AttentionInput> = {}) {
  const drawn = trajectory({ measure: pcl5, course: { timeZone: zone }, sessions, assessments: forms, rule: marx });
  return attention({
    watched: [{ measure: pcl5, trajectory: drawn, rule: marx }], settings: startingAttention, sessions,
    overdue: [], prompts: [], today: "2026-12-20", zone, ...rest,
  });
}
const ids = (...input: Parameters<typeof fire>) => fire(...input).map(({ id }) => id);

// Two measures with an answer that calls for a person, made up here: only what a sentence needs.
const asked: Measure = { ...pcl5, id: "asked", short: "Asked", safety: { item: 9, from: 1, meaning: "", source: "" } };
const screener: Measure = { ...pcl5, id: "screener", short: "Screener", entry: "result", options: [{ value: 2, label: "Moderate risk" }] };

const weeklyTherapy = done("therapy", 6, 13, 20, 27, 34, 41);

describe("no drop by session 6 or dose 4", () => {
  const flat = [form(-1, 62), form(20, 60), form(41, 58)];
  test("says the numbers, the days, the rule and that late response is common", () => {
    expect(fire(flat, [...done("dose", 0), ...weeklyTherapy])).toEqual([{
      id: "no-drop", measure: "pcl-5", since: at(41),
      words:
        "PCL-5: no fall of 10 points or more by therapy session 6: 62 at baseline, 58 on day 41, past week. The CPT manual asks here whether " +
        "avoidance or assimilated beliefs are in the way (handout 3.1). Late response is common: with prolonged exposure 41 % of veterans " +
        "responded late, and 40 % of those still gained more than 10 points by the last session (Clapp et al. 2016, PMID 27321062).",
    }]);
  });
  test("dose 4, where it comes first; and the lowest score, where it is not the last", () => {
    const [only] = fire([form(-1, 62), form(5, 54), form(10, 58)], [...done("dose", 0, 3, 7, 10), ...done("therapy", 1)]);
    expect(only?.words).toContain("by dose 4: 62 at baseline, lowest 54 on day 5, 58 on day 10, past week. No manual names a dose; this one is the clinic's own.");
  });
  test("a fall of exactly 10 at any time since settles it", () => {
    expect(ids([form(-1, 62), form(41, 52)], [...done("dose", 0), ...weeklyTherapy])).toEqual([]);
    expect(ids([form(-1, 62), form(20, 52), form(41, 61)], [...done("dose", 0), ...weeklyTherapy])).toEqual([]);
    expect(ids([form(-1, 62), form(41, 53)], [...done("dose", 0), ...weeklyTherapy])).toEqual(["no-drop"]);
  });
  test("not before the session, not for planned or missed ones, not without a score near it, not from too low", () => {
    expect(ids(flat, [...done("dose", 0), ...weeklyTherapy.slice(1)])).toEqual([]);
    expect(ids(flat, [...done("dose", 0), ...weeklyTherapy.with(2, { ...weeklyTherapy[2]!, status: "missed" })])).toEqual([]);
    expect(ids([form(-1, 62), form(33, 60)], [...done("dose", 0), ...weeklyTherapy])).toEqual([]);
    expect(ids([form(-1, 62), form(34, 60)], [...done("dose", 0), ...weeklyTherapy])).toEqual(["no-drop"]);
    expect(ids([form(-1, 9), form(41, 9)], [...done("dose", 0), ...weeklyTherapy])).toEqual([]);
    expect(ids([form(-1, 62)], [...done("dose", 0), ...weeklyTherapy])).toEqual([]);
  });
  test("never across recall windows, never from an incomplete or a past-day form", () => {
    const sessions = [...done("dose", 0), ...weeklyTherapy];
    expect(ids([form(-1, 62, "month"), form(41, 60)], sessions)).toEqual([]);
    expect(ids([form(-1, 62), form(41, spread(58).with(3, 0).map((r, i) => (i === 19 ? null : r)))], sessions)).toEqual([]);
    expect(ids([form(-1, 62, "day"), form(41, 60, "day")], sessions)).toEqual([]);
  });
  test("the clinic's numbers", () => {
    const settings = { ...startingAttention, "no-drop": { on: true, points: 5, session: 3, dose: 40 } };
    expect(fire([form(-1, 62), form(20, 58)], [...done("dose", 0), ...weeklyTherapy], { settings })[0]?.words).toContain("no fall of 5 points or more by therapy session 3: 62 at baseline, 58 on day 20");
    expect(ids(flat, [...done("dose", 0), ...weeklyTherapy], { settings: { ...settings, "no-drop": { ...settings["no-drop"], on: false } } })).toEqual([]);
  });
});

describe("a rise since the last dose", () => {
  const sessions = done("dose", 0, 7, 14);
  test("from the lowest score after it, with the published medians", () => {
    const [only] = fire([form(-1, 60), form(15, 20), form(21, 24), form(49, 37)], sessions);
    expect(only).toMatchObject({ id: "rise", measure: "pcl-5", since: at(49) });
    expect(only?.words).toContain("PCL-5: rise of 17 points from the lowest score after the last dose: 20 on day 15, 37 on day 49, past week, 35 days after that dose (looked at from 15 points).");
    expect(only?.words).toContain("27.5 days");
    expect(only?.words).toContain("41 days");
  });
  test("inclusive; lower scores before the last dose, or in another window, do not count", () => {
    expect(ids([form(-1, 60), form(15, 20), form(49, 35)], sessions)).toEqual(["rise"]);
    expect(ids([form(-1, 60), form(15, 20), form(49, 34)], sessions)).toEqual([]);
    expect(ids([form(-1, 60), form(10, 20), form(15, 40), form(49, 45)], sessions)).toEqual([]);
    expect(ids([form(-1, 60), form(15, 5, "day"), form(16, 5, "month"), form(20, 40), form(49, 45)], sessions)).toEqual([]);
    expect(ids([form(15, 20), form(49, 40)], [])).toEqual(["worse"]); // no dose, no durability; the first score is the reference
  });
});

describe("the others", () => {
  test("reliably worse, by the clinic's rule and with its sentence", () => {
    expect(fire([form(-1, 50), form(22, 67)], done("dose", 0))[0]).toEqual({
      id: "worse", measure: "pcl-5", since: at(22),
      words: "PCL-5: total rose 17 points (34 %) from baseline (50 on day −1) to 67 on day 22, past week. Reliably worse by Marx 2022 (15 points or more). A rise is a reason to look; the rule says nothing of why.",
    });
    expect(ids([form(-1, 50), form(22, 64)], done("dose", 0))).toEqual([]);
    expect(ids([form(-1, 50), form(15, 70), form(22, 64)], done("dose", 0))).toEqual([]);
    // A past-day form since does not hide it, and is not judged.
    expect(ids([form(-1, 50), form(22, 67), form(23, 10, "day")], done("dose", 0))).toEqual(["worse"]);
  });
  test("open prompts, with the answer, the day and how long ago", () => {
    const prompts = [{ measure: asked, value: 2, raisedAt: new Date("2026-12-19T02:00:00Z") }, { measure: screener, value: 2, raisedAt: new Date("2026-12-20T15:00:00Z") }];
    expect(fire([], [], { prompts }).map(({ words }) => words)).toEqual([
      "Asked: item 9 answered 2 on 18 Dec 2026, 2 days ago. Nobody has noted yet what was done. It is one answer, not an assessment of risk.",
      "Screener: result “Moderate risk” on 20 Dec 2026. Nobody has noted yet what was done. It is one answer, not an assessment of risk.",
    ]);
  });
  test("overdue, the longest first, from the clinic's number of days", () => {
    const overdue = [{ what: "Week 3: PHQ-9", days: 1, measure: "phq-9" }, { what: "Week 2", days: 8 }, { what: "First dose not marked", days: 2, unmarked: true }];
    expect(fire([], [], { overdue })).toEqual([
      { id: "overdue", measure: null, since: null, unmarked: false, words: "Week 2: overdue by 8 days (looked at from 1 day)." },
      { id: "overdue", measure: null, since: null, unmarked: true, words: "First dose not marked: overdue by 2 days (looked at from 1 day)." },
      { id: "overdue", measure: "phq-9", since: null, unmarked: false, words: "Week 3: PHQ-9: overdue by 1 day (looked at from 1 day)." },
    ]);
    expect(ids([], [], { overdue, settings: { ...startingAttention, overdue: { on: true, days: 9 } } })).toEqual([]);
  });
  test("most urgent first; what is off stays off; safety cannot be", () => {
    const prompts = [{ measure: asked, value: 1, raisedAt: at(40) }];
    const overdue = [{ what: "Week 6", days: 3 }];
    const forms = [form(-1, 40), form(1, 38), form(41, 60)];
    const sessions = [...done("dose", 0), ...weeklyTherapy];
    expect(ids(forms, sessions, { prompts, overdue })).toEqual(["safety", "worse", "rise", "no-drop", "overdue"]);
    const off = { worse: { on: false }, rise: { on: false, points: 15 }, "no-drop": { on: false, points: 10, session: 6, dose: 4 }, overdue: { on: false, days: 1 } };
    expect(ids(forms, sessions, { prompts, overdue, settings: off })).toEqual(["safety"]);
  });
});

describe("laws", () => {
  const anyForms = fc.array(fc.record({ day: fc.integer({ min: -10, max: 60 }), total: fc.integer({ min: 0, max: 80 }), recall: fc.constantFrom<Recall>("month", "week", "day") }), { maxLength: 9 });
  const sessions = [...done("dose", 0, 5, 12), ...weeklyTherapy];
  const build = (list: { day: number; total: number; recall: Recall }[]) => list.map(({ day, total, recall }, i) => ({ ...form(day, total, recall), id: `f${i}` }));
  test("no advice, no cause, no cheer; in order of urgency; at most one of each rule", () => {
    fc.assert(fc.property(anyForms, (list) => {
      const fired = fire(build(list), sessions);
      const order = fired.map(({ id }) => ATTENTION_IDS.indexOf(id));
      expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
      for (const { words } of fired) {
        expect(words).not.toMatch(/\bstop|discontinu|should|recommend|because|due to|caus|effect|fail|great|!|undefined|NaN|null/i);
        expect(words).not.toMatch(/\b1 (points|days)\b|\b(0|[2-9]|\d\d+) (point|day)\b/);
        expect(words).toMatch(/\.\)?\.?$/);
      }
    }));
  });
  test("past-day forms never change what fires", () => {
    fc.assert(fc.property(anyForms, (list) => {
      const without = list.filter(({ recall }) => recall !== "day");
      expect(fire(build(list), sessions).map(({ words }) => words)).toEqual(fire(build(without), sessions).map(({ words }) => words));
    }));
  });
});
