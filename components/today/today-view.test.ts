import { expect, test } from "vitest";
import type { Missed } from "@/lib/course/day-list";
import { todayView, type PatientDay } from "./today-view";

const missed = (kind: Missed["kind"], day: string, what: string, session: Missed["session"] = null): Missed => ({ kind, session, what, day, reason: null });
const patient = (name: string, more: Partial<PatientDay> = {}): PatientDay => ({ id: name.toLowerCase(), name, recordNumber: "R-1", sessions: [], due: [], toRecord: [], symptoms: null, missed: [], ...more });
const session = (id: string, at: number, more: Partial<PatientDay["sessions"][number]> = {}): PatientDay["sessions"][number] => ({
  id, kind: "dose", name: `Dose ${id}`, at, time: "09:00", progress: "planned", started: null, left: null, ...more,
});

test("sessions stand in the order of their times, whoever's they are; who is in the room stands apart", () => {
  const view = todayView([
    patient("Abel", { sessions: [session("a", 3), session("b", 1, { kind: "therapy" })], toRecord: ["pcl-5"] }),
    patient("Bea", { sessions: [session("c", 2, { progress: "in the room", started: "08:40" }), session("d", 1)] }),
  ]);
  expect(view.doses.map(({ key, href, note }) => [key, href, note])).toEqual([["d", "/patients/bea/dosing/d", ""], ["a", "/patients/abel/dosing/a", "To record: PCL-5"]]);
  expect(view.visits.map(({ href }) => href)).toEqual(["/patients/abel/visits/b"]);
  expect(view.room.map(({ key, state }) => [key, state?.words])).toEqual([["c", "In the room since 08:40"]]);
});

test("what was noted of symptoms stands beside the session that is still to come, and no longer beside one that is over", () => {
  const symptoms = "Manic symptoms were noted at Dose 1 on 24 Nov 2026, when they were last asked about.";
  const sessions = [session("a", 1, { progress: "left" }), session("b", 2)];
  expect(todayView([patient("Abel", { sessions, symptoms, toRecord: ["pcl-5"] })]).doses.map(({ note }) => note)).toEqual(["To record: PCL-5", `${symptoms} To record: PCL-5`]);
});

test("a measure due stands alone only where its patient does not come today", () => {
  const view = todayView([
    patient("Abel", { due: ["Week 1: PCL-5"], sessions: [session("a", 1)] }), patient("Bea", { due: ["Week 2: PCL-5"], toRecord: ["pcl-5"] }),
    patient("Cem", { due: ["Week 3: PCL-5"], sessions: [session("c", 1, { progress: "cancelled" })] }),
  ]);
  expect(view.measures.map(({ patient: { name }, what }) => [name, what])).toEqual([["Bea", "Week 2: PCL-5"], ["Cem", "Week 3: PCL-5"]]);
});

test("doses without their next-day therapy come first, then sessions, then measures, of all patients together", () => {
  const view = todayView([
    patient("Abel", { missed: [missed("session", "2026-11-24", "PE session (missed)", { id: "s", kind: "therapy" }), missed("measure", "2026-11-20", "Week 1: PCL-5")] }),
    patient("Bea", { missed: [missed("next-day therapy", "2026-11-24", "Dose 2 without therapy the day after", { id: "t", kind: "therapy" })] }),
  ]);
  expect(view.missed.map(({ what, when }) => [what, when])).toEqual([
    ["Dose 2 without therapy the day after", "Tue 24 Nov"], ["PE session (missed)", "Tue 24 Nov"], ["Week 1: PCL-5", "Fri 20 Nov"],
  ]);
});
