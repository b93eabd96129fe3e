// One dosing session with its readings, and those of the patient's earlier doses to compare with. Read for the chart: what is
// recorded in the room is dosing-room.ts.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Medicine, Route } from "@/lib/course/course";
import type { Reading } from "@/lib/course/dosing/reading";
import type { DoseEvent } from "@/lib/course/dosing/events";
import { findDosing, namesOf } from "./dosing-session";
import { fullName } from "./patients";
import { audit, inScopeOrNull, refuse, type Tx } from "./scope";

export interface DoseReadings {
  sessionId: string;
  /** "Dose 2". */
  name: string;
  startedAt: Date;
  /** In order of time; voided ones are left out. */
  readings: Reading[];
  /** Of the measures that may go with a reading, in order of time; a reading's own is under its id. */
  totals: { id: string; measure: string; at: Date; total: number }[];
}

const besideReadings = ["cadss", "cadss-6"];

export interface OneDoseRecord {
  patient: { id: string; name: string; recordNumber: string };
  zone: string;
  name: string;
  at: Date;
  status: string;
  given: { medicine: Medicine; route: Route; givenMg: number | null; weightKg: number | null; stoppedAt: Date | null } | null;
  /** Null while no start is recorded. */
  dose: DoseReadings | null;
  earlier: DoseReadings[];
  events: DoseEvent[];
}

/** For the viewer's own patients; null where there is nothing for this viewer. */
export async function openOneDose(viewer: Viewer, patientId: string, sessionId: string): Promise<OneDoseRecord | null> {
  return inScopeOrNull(viewer, async (tx) => {
    const session = await findDosing(tx, viewer, sessionId);
    if (session.patientId !== patientId) return refuse({ subject: "course_session", subjectId: sessionId });
    const { patient, course, at, status } = session;
    const records = await tx.doseRecord.findMany({
      where: { patientId, session: { courseId: course.id } },
      orderBy: [{ sessionId: "asc" }, { number: "desc" }],
      distinct: ["sessionId"],
    });
    const names = await namesOf(tx, [course]);
    const own = records.find((record) => record.sessionId === sessionId);
    const begun = records.flatMap((record) => (record.startedAt === null ? [] : [{ sessionId: record.sessionId, startedAt: record.startedAt }]));
    const until = own?.startedAt ?? at;
    const told = await readingsOf(tx, begun.filter((each) => each.sessionId === sessionId || each.startedAt < until), names);
    await audit(tx, viewer, "opened", { patientId, subject: "dose", subjectId: sessionId });
    return {
      patient: { id: patient.id, name: fullName(patient), recordNumber: patient.recordNumber },
      zone: course.timeZone,
      name: names.get(sessionId) ?? "Dose",
      at,
      status,
      given: own ?? null,
      dose: told.find((each) => each.sessionId === sessionId) ?? null,
      earlier: told.filter((each) => each.sessionId !== sessionId).toSorted((a, b) => +a.startedAt - +b.startedAt),
      events: await eventsOf(tx, sessionId),
    };
  });
}

async function readingsOf(tx: Tx, doses: readonly { sessionId: string; startedAt: Date }[], names: ReadonlyMap<string, string>): Promise<DoseReadings[]> {
  const sessions = { in: doses.map(({ sessionId }) => sessionId) };
  const readings = await tx.reading.findMany({ where: { sessionId: sessions, voidedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const totals = await tx.assessment.findMany({
    where: { sessionId: sessions, measure: { in: besideReadings }, total: { not: null }, voidedAt: null },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
  });
  return doses.map(({ sessionId, startedAt }) => ({
    sessionId,
    startedAt,
    name: names.get(sessionId) ?? "Dose",
    readings: readings
      .filter((reading) => reading.sessionId === sessionId)
      .map(({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation }) => ({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation })),
    totals: totals.flatMap((form) => (form.sessionId === sessionId && form.total !== null ? [{ id: form.id, measure: form.measure, at: form.answeredAt, total: form.total }] : [])),
  }));
}

async function eventsOf(tx: Tx, sessionId: string): Promise<OneDoseRecord["events"]> {
  const rows = await tx.dosingEvent.findMany({ where: { sessionId }, orderBy: [{ id: "asc" }, { number: "desc" }], distinct: ["id"] });
  return rows
    .filter(({ act }) => act !== "voided")
    .map(({ id, term, severity, serious, relation, outcome, onsetAt, endedAt, action }) => ({ id, term, severity, serious, relation, outcome, onsetAt, endedAt, action }))
    .toSorted((a, b) => +a.onsetAt - +b.onsetAt);
}
