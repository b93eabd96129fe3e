// Sessions from a file, with what was given or said: new where the course has none of that kind at that time.
import "server-only";
import { randomUUID } from "node:crypto";
import type { SessionIn } from "@/lib/exchange/session";
import { placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { coursesOf, json, made, patientsOf, unknownPatient, type CourseThere, type Importing, type Read, type RowFate } from "./plan";

interface Fresh {
  id: string;
  patientId: string;
  courseId: string;
  row: SessionIn;
}

export async function bringSessions(importing: Importing, rows: readonly Read<SessionIn>[]): Promise<RowFate[]> {
  const { taken } = importing;
  const patients = await patientsOf(importing, rows.map(({ row }) => row.recordNumber));
  const courses = await coursesOf(importing, [...patients.values()].map(({ id }) => id));
  const there = await sessionsThere(importing, [...patients.values()].map(({ id }) => id));
  const fresh: Fresh[] = [];
  const fates = rows.map(({ line, row }): RowFate => {
    const refused = (reason: string): RowFate => ({ line, fate: "refused", reason });
    const patient = patients.get(row.recordNumber);
    if (patient === undefined) return refused(unknownPatient(row.recordNumber));
    const course = courseFor(courses.get(patient.id) ?? [], row.courseStart, row.at);
    if (course === undefined) return refused(row.courseStart === null ? "record_number: this patient is in no course" : `course_start: this patient has no course that started on ${row.courseStart}`);
    const place = `${course.id} ${row.kind} ${row.at.toISOString()}`;
    if (there.has(place)) return { line, fate: "duplicate", reason: "A session of this kind at this time is here already" };
    if (taken.has(place)) return { line, fate: "duplicate", reason: "This session stands further up in the file" };
    taken.add(place);
    fresh.push({ id: randomUUID(), patientId: patient.id, courseId: course.id, row });
    return { line, fate: "new", reason: null };
  });
  await insert(importing, fresh);
  return fates;
}

/** The course a row is about: the one that started on the day it names, else the last one that had begun within a week of it. */
export function courseFor(courses: readonly CourseThere[], start: string | null, at: Date): CourseThere | undefined {
  const standing = courses.filter(({ undone }) => !undone);
  if (start !== null) return standing.find(({ startDate }) => startDate === start);
  const week = 7 * 86_400_000;
  return standing.find(({ startDate }) => Date.parse(startDate) - week <= +at) ?? standing.at(-1);
}

async function sessionsThere({ tx }: Importing, patientIds: readonly string[]): Promise<Set<string>> {
  const found = await tx.$queryRaw<{ courseId: string; kind: string; at: Date }[]>`
    SELECT s.course_id AS "courseId", s.kind::text AS kind, s.at FROM course_session s
    WHERE s.patient_id = ANY (${patientIds}::uuid[])
      AND NOT EXISTS (SELECT FROM imported_row i JOIN import_batch b ON b.id = i.batch_id WHERE i.row_id = s.id AND b.undone_at IS NOT NULL)`;
  return new Set(found.map(({ courseId, kind, at }) => `${courseId} ${kind} ${new Date(at).toISOString()}`));
}

async function insert(importing: Importing, fresh: readonly Fresh[]): Promise<void> {
  const { tx, viewer } = importing;
  const [clinic, person] = [viewer.organisation.id, viewer.userId];
  const sessions = fresh.map(({ row: { kind, at, status, plannedAt, reason }, ...of }) => ({ ...of, kind, at, status, plannedAt, reason: reason && sealText(reason, placeOf("CourseSession", "reason", of)) }));
  await tx.$executeRaw`
    INSERT INTO course_session (id, organisation_id, patient_id, course_id, kind, at, planned_at, status, reason, created_by_id)
    SELECT r.id, ${clinic}::uuid, r."patientId", r."courseId", r.kind, r.at, r."plannedAt", r.status, r.reason, ${person}::uuid
    FROM json_to_recordset(${json(sessions)}::json) AS r (id uuid, "patientId" uuid, "courseId" uuid, kind "SessionKind", at timestamptz, "plannedAt" timestamptz, status "SessionStatus", reason text)`;
  const note = (model: string, column: string, sessionId: string, text: string | null) => text && sealText(text, placeOf(model, column, { sessionId, number: 1 }));
  const therapy = fresh.flatMap(({ id, patientId, row }) => (row.therapy ? [{ ...row.therapy, id, patientId, key: randomUUID(), note: note("TherapyRecord", "note", id, row.therapy.note) }] : []));
  if (therapy.length > 0) {
    await tx.$executeRaw`
      INSERT INTO therapy_record (session_id, number, organisation_id, patient_id, protocol_session, attendance, homework, suds_before, suds_peak, suds_end, note, key, by_id)
      SELECT r.id, 1, ${clinic}::uuid, r."patientId", r."protocolSession", r.attendance, r.homework, r."sudsBefore", r."sudsPeak", r."sudsEnd", r.note, r.key, ${person}::uuid
      FROM json_to_recordset(${json(therapy)}::json) AS r (id uuid, "patientId" uuid, "protocolSession" int, attendance "Attendance", homework "Homework", "sudsBefore" int, "sudsPeak" int, "sudsEnd" int, note text, key uuid)`;
  }
  const doses = fresh.flatMap(({ id, patientId, row }) => (row.dose ? [{ ...row.dose, id, patientId, key: randomUUID(), notes: note("DoseRecord", "notes", id, row.dose.notes) }] : []));
  if (doses.length > 0) {
    await tx.$executeRaw`
      INSERT INTO dose_record (session_id, number, organisation_id, patient_id, medicine, route, weight_kg, mg_per_kg, devices, computed_mg, given_mg, given_devices, confirmed_at, lot, expiry, prepared_by, checked_by, started_at, stopped_at, notes, key, by_id)
      SELECT r.id, 1, ${clinic}::uuid, r."patientId", r.medicine, r.route, r."weightKg", r."mgPerKg", r.devices, r."computedMg", r."givenMg", r."givenDevices", r."confirmedAt", r.lot, r.expiry, r."preparedBy", r."checkedBy", r."startedAt", r."stoppedAt", r.notes, r.key, ${person}::uuid
      FROM json_to_recordset(${json(doses)}::json) AS r (id uuid, "patientId" uuid, medicine "Medicine", route "Route", "weightKg" float8, "mgPerKg" float8, devices int, "computedMg" float8, "givenMg" float8, "givenDevices" int,
        "confirmedAt" timestamptz, lot text, expiry date, "preparedBy" text, "checkedBy" text, "startedAt" timestamptz, "stoppedAt" timestamptz, notes text, key uuid)`;
  }
  await made(importing, "sessions", fresh);
}
