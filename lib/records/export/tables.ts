// The four tables that go out, read for a few hundred patients at a time: the SQL of each, and its rows as cells by column.
import "server-only";
import type { PlainTx } from "@/lib/db";
import { answerCells } from "@/lib/exchange/assessment";
import { written } from "@/lib/csv";
import { instantCell } from "@/lib/exchange/cell";
import type { Kind } from "@/lib/exchange/formats";
import { findMeasure } from "@/lib/measures/measures";
import { Prisma } from "@/prisma/generated/client";
import { opened } from "@/prisma/sealed-columns";

type Value = string | number | Date | null;
type Cells = Record<string, Value>;

/** The rows of these patients, in the order of their record numbers and then of time. */
export async function readTable(tx: PlainTx, kind: Kind, patientIds: readonly string[]): Promise<Record<string, string>[]> {
  const rows = await tx.$queryRaw<Cells[]>(queries[kind](patientIds));
  return rows.map((row) => cellsOf(kind, row));
}

const queries: Readonly<Record<Kind, (ids: readonly string[]) => Prisma.Sql>> = {
  patients: (ids) => Prisma.sql`
    SELECT p.record_number, p.family_name, p.given_name, p.birth_date::text, p.sex, p.pronouns, t.name AS team
    FROM patient p JOIN care_team t ON t.id = p.team_id WHERE p.id = ANY (${ids}::uuid[]) ORDER BY p.record_number COLLATE "C"`,
  courses: (ids) => Prisma.sql`
    SELECT p.record_number, c.start_date::text, c.planned_weeks, c.therapy::text, c.therapy_name, c.medicine::text, c.route::text, c.time_zone, c.time_zone AS zone, c.template,
      ${opened("Course", "indexEvent", "c")} AS index_event, c.measure_plan::text, c.ended_at, c.end_reason::text, ${opened("Course", "endNote", "c")} AS end_note
    FROM course c JOIN patient p ON p.id = c.patient_id WHERE c.patient_id = ANY (${ids}::uuid[]) ORDER BY p.record_number COLLATE "C", c.start_date`,
  // Sessions first: PostgreSQL expects few rows to pass a policy, and would look through every course of the clinic for them.
  sessions: (ids) => Prisma.sql`
    WITH s AS MATERIALIZED (SELECT * FROM course_session WHERE patient_id = ANY (${ids}::uuid[]))
    SELECT p.record_number, c.start_date::text AS course_start, c.time_zone AS zone, s.kind::text, s.at, s.status::text, s.planned_at, ${opened("CourseSession", "reason", "s")} AS reason,
      h.attendance::text, h.protocol_session, h.homework::text, h.suds_before, h.suds_peak, h.suds_end, ${opened("TherapyRecord", "note", "h")} AS therapy_note,
      d.medicine::text, d.route::text, d.weight_kg, d.mg_per_kg, d.devices, d.computed_mg, d.given_mg, d.given_devices, d.confirmed_at, d.started_at, d.stopped_at, d.lot, d.expiry::text, d.prepared_by, d.checked_by,
      ${opened("DoseRecord", "notes", "d")} AS dose_note
    FROM s JOIN course c ON c.id = s.course_id JOIN patient p ON p.id = s.patient_id
      LEFT JOIN LATERAL (SELECT * FROM therapy_record WHERE session_id = s.id ORDER BY number DESC LIMIT 1) h ON true
      LEFT JOIN LATERAL (SELECT * FROM dose_record WHERE session_id = s.id ORDER BY number DESC LIMIT 1) d ON true
    ORDER BY p.record_number COLLATE "C", s.at, s.kind`,
  assessments: (ids) => Prisma.sql`
    SELECT p.record_number, c.start_date::text AS course_start, coalesce(c.time_zone, o.time_zone) AS zone, s.at AS session_at, a.measure, a.recall::text, a.answered_at, a.mode::text, a.total, a.ratings::text AS ratings,
      ${opened("SafetyPrompt", "done", "q")} AS safety_done
    FROM assessment a JOIN patient p ON p.id = a.patient_id JOIN organisation o ON o.id = a.organisation_id LEFT JOIN course c ON c.id = a.course_id LEFT JOIN course_session s ON s.id = a.session_id
      LEFT JOIN LATERAL (SELECT * FROM safety_prompt WHERE form_id = a.id AND acknowledged_at IS NOT NULL ORDER BY value DESC LIMIT 1) q ON true
    WHERE a.patient_id = ANY (${ids}::uuid[]) AND a.voided_at IS NULL ORDER BY p.record_number COLLATE "C", a.answered_at, a.measure, a.recall`,
};

function cellsOf(kind: Kind, row: Cells): Record<string, string> {
  const { ratings, zone, ...rest } = row;
  const cells = Object.fromEntries(Object.entries(rest).map(([column, value]) => [column, cellOf(value, String(zone))]));
  if (kind !== "assessments") return cells;
  const measure = findMeasure(String(row.measure));
  return measure === null ? cells : { ...cells, ...answerCells(measure, JSON.parse(String(ratings))) };
}

function cellOf(value: Value, zone: string): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? (instantCell(value, zone) ?? "") : written(String(value));
}
