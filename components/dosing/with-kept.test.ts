import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadingBody } from "@/lib/schemas/dosing";
import type { RoomView } from "@/lib/schemas/dosing-view";
import type { KeptEntry, KeptKind } from "./kept-queue";
import { boardWithKept, withEntry, withKept } from "./with-kept";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString();
const body = (minute: number): ReadingBody => ({ sessionId: "s", at: at(minute), systolic: 120, diastolic: 75, pulse: 70, spo2: 98, sedation: 5, dissociation: 0, cadss: null, done: "", beforeStart: false });
const entry = (kind: KeptKind, subject: string, given: object, more: Partial<KeptEntry> = {}): KeptEntry => ({ id: `e-${subject}`, sequence: Date.UTC(2026, 10, 25, 9, 30), sessionId: "s", kind, subject, body: given as Record<string, unknown>, ...more });

const view: RoomView = {
  patient: { id: "p", name: "Rivera, Alex", recordNumber: "1" }, session: { id: "s", name: "Dose 1", status: "planned", at: at(0), plannedAt: at(0), version: 1 },
  course: { medicine: "ketamine", route: "intravenous", timeZone: "America/New_York", endedAt: null }, team: [], lastWeightKg: null, otherActive: null,
  dose: null, readings: [], events: [], check: null, symptoms: null, leaving: null,
};
const dose = {
  key: "k", number: 0, medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null, confirmedAt: at(0),
  lot: "", expiry: null, preparedBy: "Ada", checkedBy: "Jo", startedAt: at(1), stoppedAt: null, interruptions: [], notes: "", reasons: {},
};
const event = { key: "k", number: 0, act: "entered", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: at(10), endedAt: null, action: "", outcome: "ongoing", sessionId: "s", why: "" };

describe("the session with what waits on the device", () => {
  it("has the kept reading in its place in time, at its own time", () => {
    const shown = withKept(view, [entry("reading", "late", body(40)), entry("reading", "early", body(5))], "Ada");
    expect(shown.readings.map(({ id, at: when, by }) => [id, when, by])).toEqual([["early", at(5), "Ada"], ["late", at(40), "Ada"]]);
  });

  it("has what was saved last of the dose, with the amount computed, and a start", () => {
    const stopped = { ...dose, number: 1, stoppedAt: at(41) };
    expect(withKept(view, [entry("dose", "s", dose), entry("dose", "s", stopped)], "Ada").dose).toMatchObject({ number: 2, computedMg: 35, startedAt: at(1), stoppedAt: at(41), by: "Ada" });
  });

  it("leaves a newer record of somebody else's alone", () => {
    const theirs = withEntry(view, entry("dose", "s", { ...dose, lot: "theirs" }), "Jo");
    expect(withKept(theirs, [entry("dose", "s", { ...dose, lot: "mine" })], "Ada").dose?.lot).toBe("theirs");
  });

  it("follows an event from its entry to its void, a reading to its void, and the questions", () => {
    const entered = withKept(view, [entry("event", "e", event)], "Ada");
    expect(entered.events).toMatchObject([{ id: "e", number: 1, term: "Nausea" }]);
    expect(withKept(entered, [entry("event", "e", { ...event, number: 1, act: "voided", why: "Twice" })], "Ada").events).toEqual([]);
    const read = withKept(view, [entry("reading", "r", body(5)), entry("void", "r", { reason: "Slipped" })], "Ada");
    expect(read.readings[0]?.voided).toEqual({ reason: "Slipped", by: "Ada" });
    expect(withKept(view, [entry("check", "s", { key: "k", number: 0, psychotic: false, manic: true, note: "x" })], "Ada").check).toMatchObject({ number: 1, psychotic: false, manic: true });
  });

  it("shows neither what was set aside nor what belongs elsewhere", () => {
    const entries = [entry("reading", "a", body(5), { refused: "No." }), entry("reading", "b", body(6), { sessionId: "other" })];
    expect(withKept(view, entries, "Ada")).toBe(view);
  });

  it("taken twice, as when the server has it already, changes nothing more", () => {
    const made = [entry("reading", "r", body(5)), entry("dose", "s", dose), entry("event", "e", event)];
    fc.assert(
      fc.property(fc.shuffledSubarray(made), (again) => {
        const once = withKept(view, made, "Ada");
        expect(withKept(once, again, "Ada")).toEqual(once);
      }),
    );
  });
});

it("the board counts a kept reading and a kept start", () => {
  const row = { patient: view.patient, session: view.session, course: view.course, startedAt: null, stoppedAt: null, leftAt: null, readings: [], events: 0 };
  const [shown] = boardWithKept([row], [entry("dose", "s", dose), entry("reading", "r", body(5)), entry("reading", "x", body(6), { sessionId: "other" })]);
  expect(shown).toMatchObject({ startedAt: at(1), readings: [{ id: "r", at: at(5) }] });
});
