// What the dosing room recorded of each dose that was given: the dose, readings before it and at 40, 80 and 120 minutes, an
// event now and then, the questions at the end, and leaving. Invented, from chance with a fixed seed: dissociation comes and
// goes within two hours and is less with each dose. Nothing here is a finding.
import { devicesAmount } from "../../lib/course/dosing/amount";
import { leavingList } from "../../lib/course/dosing/leaving";
import { startingLimits } from "../../lib/course/dosing/limits";
import type { Prisma } from "../generated/client";
import type { Owner } from "./form-rows";
import { chance, idFor } from "./seed";
import type { Story, StoryCourse } from "./story";
import type { TimedSession, Timeline } from "./timeline";

export interface DosingRows {
  doseRecords: Prisma.DoseRecordCreateManyInput[];
  readings: (Prisma.ReadingCreateManyInput & { at: Date })[];
  dosingEvents: Prisma.DosingEventCreateManyInput[];
  symptomChecks: Prisma.SymptomCheckCreateManyInput[];
  leavings: Prisma.LeavingCreateManyInput[];
}

interface OneDose {
  story: Story;
  course: StoryCourse;
  session: TimedSession;
  /** 0 for the first. */
  index: number;
  weightKg: number;
  made: { organisationId: string; patientId: string; sessionId: string; byId: string };
  courseId: string;
}

/** From the start until everything about a dose is written down. */
const wholeMinutes = 130;
const secondPerson = "Petra Lind";

export function dosingRows(story: Story, timeline: Timeline, { organisationId, patientId, courseId, clinicianId }: Owner, now: Date): DosingRows {
  const { course } = story;
  if (course === null || courseId === null) return { doseRecords: [], readings: [], dosingEvents: [], symptomChecks: [], leavings: [] };
  const weightKg = 58 + Math.round(chance(`${story.key}, weight`)() * 38);
  const doses = timeline.sessions.filter(({ kind, status, at }) => kind === "dose" && status === "done" && after(at, wholeMinutes) <= now);
  const told = doses.map((session, index) =>
    rowsOf({ story, course, session, index, weightKg, courseId, made: { organisationId, patientId, sessionId: session.id, byId: clinicianId } }),
  );
  return {
    doseRecords: told.map((one) => one.doseRecord),
    readings: told.flatMap((one) => one.readings),
    dosingEvents: told.flatMap((one) => one.dosingEvents),
    symptomChecks: told.map((one) => one.symptomCheck),
    leavings: told.map((one) => one.leaving),
  };
}

function rowsOf(dose: OneDose) {
  const { session, made } = dose;
  const key = (what: string) => idFor(`${session.id}, ${what}`);
  const readings = readingsOf(dose);
  const leftAt = after(session.at, 127);
  const points = leavingList({
    startedAt: session.at,
    readings: readings.map(({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation }) => ({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation })),
    beforeReading: readings[0] ?? null,
    limits: startingLimits,
    escort: true,
    advice: true,
    now: leftAt,
  });
  return {
    doseRecord: { ...made, ...amountOf(dose), number: 1, key: key("dose"), at: after(session.at, 128) },
    readings,
    dosingEvents: eventsOf(dose, Math.max(...readings.map(({ dissociation }) => dissociation))),
    symptomCheck: { ...made, number: 1, psychotic: false, manic: false, key: key("questions"), at: after(session.at, 124) },
    leaving: { ...made, number: 1, leftAt, escort: "Family", advice: true, points: points.map((point) => ({ ...point })), key: key("leaving"), at: leftAt },
  };
}

function amountOf({ course, session, index, weightKg }: OneDose) {
  const { medicine, route } = course;
  const devices = medicine === "esketamine" ? (index === 0 ? 2 : 3) : null;
  const mgPerKg = devices === null ? 0.5 : null;
  const computedMg = devices === null ? weightKg * 0.5 : devicesAmount({ devices });
  const minutes = route === "intravenous" ? 40 : 10;
  return {
    medicine, route, weightKg, mgPerKg, devices, computedMg, givenDevices: devices,
    givenMg: Math.round(computedMg),
    confirmedAt: after(session.at, -4),
    lot: `K-${100 + index}`,
    expiry: after(session.at, 400 * 1440),
    preparedBy: "Sam Ortega",
    checkedBy: secondPerson,
    startedAt: session.at,
    stoppedAt: after(session.at, minutes),
  };
}

function readingsOf({ story, session, index, made }: OneDose) {
  const next = chance(`${story.key}, readings`);
  const [pressure, pulse, strength] = [112 + Math.round(next() * 20), 62 + Math.round(next() * 16), 5 + Math.round(next() * 4)];
  const own = chance(`${session.id}, readings`);
  const near = (value: number, by: number) => value + Math.round((own() - 0.5) * 2 * by);
  const peak = Math.max(2, Math.min(10, near(strength - Math.floor(index / 2), 1)));
  const course = [
    { minute: -8, rise: 0, dissociation: 0, sedation: 5 },
    { minute: near(40, 2), rise: 18, dissociation: peak, sedation: 4 },
    { minute: near(80, 3), rise: 9, dissociation: Math.round(peak / 4), sedation: 5 },
    { minute: near(120, 1), rise: 1, dissociation: 0, sedation: 5 },
  ];
  return course.map(({ minute, rise, dissociation, sedation }) => ({
    ...made,
    id: idFor(`${session.id}, reading ${minute}`),
    at: after(session.at, minute),
    receivedAt: after(session.at, minute),
    systolic: near(pressure + rise, 4),
    diastolic: near(Math.round(pressure * 0.62) + Math.round(rise / 2), 3),
    pulse: near(pulse + Math.round(rise / 2), 3),
    spo2: 96 + Math.round(own() * 3),
    sedation,
    dissociation,
  }));
}

function eventsOf({ session, index, made, courseId }: OneDose, peak: number): Prisma.DosingEventCreateManyInput[] {
  const draw = chance(`${session.id}, events`)();
  const row = (term: string, from: number, to: number, action: string | null): Prisma.DosingEventCreateManyInput => ({
    ...made, courseId, term, action,
    id: idFor(`${session.id}, ${term}`),
    number: 1,
    act: "entered",
    severity: "mild",
    serious: false,
    relation: "probable",
    onsetAt: after(session.at, from),
    endedAt: after(session.at, to),
    outcome: "resolved",
    key: idFor(`${session.id}, ${term}, key`),
    at: after(session.at, to),
  });
  return [
    ...(peak >= 7 ? [row("Dissociation", 15, 95, null)] : []),
    ...(draw < (index === 0 ? 0.6 : 0.15) ? [row("Nausea", 30, 75, "Ondansetron 4 mg")] : []),
  ];
}

function after(at: Date, minutes: number): Date {
  return new Date(+at + minutes * 60_000);
}
