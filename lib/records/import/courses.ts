// Courses from a file: new where the patient has none that started on that day. One may be under way.
import "server-only";
import { randomUUID } from "node:crypto";
import type { CourseIn } from "@/lib/exchange/course";
import { placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { coursesOf, json, made, patientsOf, unknownPatient, type Importing, type Read, type RowFate } from "./plan";

export async function bringCourses(importing: Importing, rows: readonly Read<CourseIn>[]): Promise<RowFate[]> {
  const { taken } = importing;
  const patients = await patientsOf(importing, rows.map(({ row }) => row.recordNumber));
  const courses = await coursesOf(importing, [...patients.values()].map(({ id }) => id));
  const fresh: { line: number; id: string; patientId: string; row: CourseIn }[] = [];
  const fates = rows.flatMap(({ line, row }): RowFate[] => {
    const refused = (reason: string): RowFate[] => [{ line, fate: "refused", reason }];
    const patient = patients.get(row.recordNumber);
    if (patient === undefined) return refused(unknownPatient(row.recordNumber));
    if (row.startDate < patient.birthDate) return refused("start_date: before the patient was born");
    const there = (courses.get(patient.id) ?? []).filter(({ undone }) => !undone);
    if (there.some(({ startDate }) => startDate === row.startDate)) return [{ line, fate: "duplicate", reason: "A course of this patient that started on this day is here already" }];
    if (taken.has(`course ${patient.id} ${row.startDate}`)) return [{ line, fate: "duplicate", reason: "This course stands further up in the file" }];
    if (row.endedAt === null) {
      if (there.some(({ active }) => active) || taken.has(`under way ${patient.id}`)) return refused("ended_at: blank, and this patient is in a course already");
      taken.add(`under way ${patient.id}`);
    }
    taken.add(`course ${patient.id} ${row.startDate}`);
    fresh.push({ line, id: randomUUID(), patientId: patient.id, row });
    return [{ line, fate: "new", reason: null }];
  });
  await insert(importing, fresh);
  return fates;
}

async function insert(importing: Importing, fresh: readonly { id: string; patientId: string; row: CourseIn }[]): Promise<void> {
  const { tx, viewer } = importing;
  const sealed = (id: string, column: string, text: string | null) => text && sealText(text, placeOf("Course", column, { id }));
  const rows = fresh.map(({ id, patientId, row }) => ({ ...row, id, patientId, indexEvent: sealed(id, "indexEvent", row.indexEvent), endNote: sealed(id, "endNote", row.endNote) }));
  await tx.$executeRaw`
    INSERT INTO course (id, organisation_id, patient_id, therapy, therapy_name, medicine, route, start_date, planned_weeks, time_zone, measure_plan, template, index_event, ended_at, end_reason, end_note, created_by_id)
    SELECT r.id, ${viewer.organisation.id}::uuid, r."patientId", r.therapy, r."therapyName", r.medicine, r.route, r."startDate", r."plannedWeeks", r."timeZone", r."measurePlan", r.template, r."indexEvent", r."endedAt", r."endReason", r."endNote", ${viewer.userId}::uuid
    FROM json_to_recordset(${json(rows)}::json) AS r (id uuid, "patientId" uuid, therapy "Therapy", "therapyName" text, medicine "Medicine", route "Route", "startDate" date, "plannedWeeks" int, "timeZone" text,
      "measurePlan" jsonb, template text, "indexEvent" text, "endedAt" timestamptz, "endReason" "CourseEnd", "endNote" text)`;
  await made(importing, "courses", fresh);
}
