import { describe, expect, test } from "vitest";
import type { Reading } from "@/lib/course/dosing/reading";
import type { DoseEvent } from "@/lib/course/dosing/events";
import { oneDoseView, startWords } from "./one-dose-view";

const zone = "America/New_York";
const start = new Date("2026-11-05T09:00:00-05:00");
const at = (minute: number) => new Date(+start + minute * 60_000);
const reading = (minute: number, values: Partial<Reading> = {}): Reading => ({
  id: `m${minute}`, at: at(minute), systolic: 120, diastolic: 80, pulse: 70, spo2: 98, sedation: 5, dissociation: 0, ...values,
});
const nausea: DoseEvent = {
  id: "e", term: "Nausea", severity: "mild", serious: false, relation: "possible", outcome: "resolved", onsetAt: at(30), endedAt: at(75), action: "Ondansetron 4 mg",
};
const dose = { name: "Dose 2", startedAt: start, readings: [reading(40, { systolic: 195, dissociation: 7 }), reading(-5), reading(120, { pulse: null })], totals: [] };
const earlier = [{ name: "Dose 1", startedAt: at(-7 * 1440), readings: [{ ...reading(0), at: at(-7 * 1440 + 40), dissociation: 9 }], totals: [] }];
const view = oneDoseView(dose, earlier, [nausea], zone);

describe("one dose on its page", () => {
  test("each vital on its range, wider only where a value lies outside; earlier doses behind dissociation", () => {
    expect(view.panels.map(({ id, min, max }) => [id, min, max])).toEqual([
      ["dissociation", 0, 10], ["pressure", 60, 200], ["pulse", 40, 120], ["spo2", 90, 100], ["sedation", 0, 5],
    ]);
    expect(view.panels[0]?.earlier).toEqual([{ name: "Dose 1", points: [{ minute: 40, value: 9 }] }]);
    expect(view.panels[1]?.lines.map(({ name }) => name)).toEqual(["Systolic pressure", "Diastolic pressure"]);
    expect(view.range).toEqual({ from: -15, to: 130 });
  });
  test("peaks, the way back and the doses before, in sentences", () => {
    expect(view.sentences).toEqual([
      "Dissociation: peak 7 at 40 min, back at 0 by 2 h 00 min. Peak 7; in the one earlier dose 9.",
      "Systolic pressure: peak 195 at 40 min, back at 120 by 2 h 00 min. Peak 195; in the one earlier dose 120.",
    ]);
  });
  test("the table twin in order of time, zero as zero, a gap as a gap", () => {
    expect(view.rows.map(({ when, clock, pressure, pulse, dissociation }) => [when, clock, pressure, pulse, dissociation])).toEqual([
      ["5 min before the start", "08:55", "120/80", "70", "0"], ["40 min", "09:40", "195/80", "70", "7"], ["2 h 00 min", "11:00", "120/80", "–", "0"],
    ]);
  });
  test("an event in words", () => {
    expect(view.events).toEqual([{
      id: "e", minute: 30, term: "Nausea",
      words: "Nausea, mild: 30 min after the start, for 45 min, possibly related, resolved. Ondansetron 4 mg",
    }]);
    expect(startWords(start, zone)).toBe("5 Nov 2026, 09:00");
  });
  test("without readings nothing is drawn", () => {
    expect(oneDoseView({ ...dose, readings: [] }, [], [], zone)).toMatchObject({ panels: [], rows: [], sentences: [] });
  });
  test("totals of the CADSS on an axis of their own, beside a reading or by themselves, and compared with the like only", () => {
    const total = (id: string, minute: number, value: number, measure = "cadss") => ({ id, measure, at: at(minute), total: value });
    const before = { ...earlier[0]!, totals: [total("e", -7 * 1440 + 40, 30), total("s", -7 * 1440 + 41, 12, "cadss-6")] };
    const told = oneDoseView({ ...dose, totals: [total("m40", 40, 24), total("own", 100, 0), total("m-5", -5, 0)] }, [before], [], zone);
    expect(told.panels.slice(0, 2).map(({ id, min, max, lines }) => [id, min, max, lines.length])).toEqual([["dissociation", 0, 10, 1], ["cadss", 0, 92, 1]]);
    expect(told.panels[1]?.earlier.map(({ points }) => points)).toEqual([[{ minute: 40, value: 30 }]]);
    expect(told.sentences[1]).toBe("CADSS: peak 24 at 40 min, back at 0 by 1 h 40 min. Peak 24; in the one earlier dose 30.");
    expect(told.measures).toEqual(["CADSS"]);
    expect(told.rows.map(({ when, dissociation, totals }) => [when, dissociation, totals])).toEqual([
      ["5 min before the start", "0", ["0"]], ["40 min", "7", ["24"]], ["1 h 40 min", "–", ["0"]], ["2 h 00 min", "0", ["–"]],
    ]);
  });
  test("the axis goes on for as long as it was observed", () => {
    const minutesTo = (last: number) => oneDoseView({ ...dose, readings: [reading(last)] }, [], [], zone).ticks.map(({ minute }) => minute);
    expect(minutesTo(120)).toEqual([0, 40, 80, 120]);
    expect(minutesTo(240)).toEqual([0, 40, 80, 120, 160, 200, 240]);
    expect(minutesTo(400)).toEqual([0, 80, 160, 240, 320, 400]);
  });
});
