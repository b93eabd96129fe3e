// The tables of facts as they are written and compared: whole, for the patients given, in one statement each way.
import type { PlainTx } from "@/lib/db";
import type { ClinicSettings } from "@/lib/schemas/settings";
import { Prisma } from "@/prisma/generated/client";

export interface FactClinic {
  id: string;
  timeZone: string;
  settings: ClinicSettings;
}

export type Row = Record<string, unknown>;
export type FactTable = "patient_fact" | "due_item" | "session_fact" | "course_fact" | "placement" | "series_fact";
/** By table, the rows of one patient or of many. */
export type Derived = Record<FactTable, Row[]>;

const whose = { organisation_id: "uuid", team_id: "uuid", patient_id: "uuid" };

/** Columns with their types; the first of `key` is the organisation's everywhere. */
const tables: Record<FactTable, { key: string[]; columns: Record<string, string> }> = {
  patient_fact: {
    key: ["organisation_id", "patient_id"],
    columns: {
      ...whose, basis: "text", name_key: "text", name_words: "text", number_key: "text", protocol: "text", therapy: '"Therapy"', medicine: '"Medicine"', active: "boolean", day_zero: "date",
      latest: "integer", latest_at: "timestamptz(3)", latest_recall: '"Recall"', change: "integer", verdict: "text", prompts: "integer", attention: "text[]", in_room_since: "timestamptz(3)",
    },
  },
  due_item: {
    key: ["organisation_id", "patient_id", "number"],
    columns: { ...whose, number: "integer", due: "date", zone: "text", due_at: "timestamptz(3)", late_at: "timestamptz(3)", closes_at: "timestamptz(3)", opens_at: "timestamptz(3)", closes: "date" },
  },
  session_fact: {
    key: ["organisation_id", "patient_id", "session_id"],
    columns: { ...whose, session_id: "uuid", kind: '"SessionKind"', status: '"SessionStatus"', day: "date", zone: "text", at: "timestamptz(3)", therapy: "uuid", open_since: "timestamptz(3)" },
  },
  course_fact: {
    key: ["organisation_id", "course_id"],
    columns: {
      ...whose, course_id: "uuid", protocol: "text", therapy: '"Therapy"', medicine: '"Medicine"', route: '"Route"', zone: "text", start_day: "date", begun: "boolean",
      status: '"CourseStatus"', end_day: "integer", doses: "jsonb",
    },
  },
  placement: {
    key: ["organisation_id", "assessment_id"],
    columns: {
      ...whose, course_id: "uuid", assessment_id: "uuid", measure: "text", recall: '"Recall"', number: "smallint", window: '"AssessmentWindow"', local_day: "integer", after_start: "boolean",
      total: "smallint", clusters: "smallint[]", ratings: "smallint[]", answered: "bigint", parts: "numeric",
    },
  },
  series_fact: {
    key: ["organisation_id", "measure", "recall", "course_id"],
    columns: {
      ...whose, course_id: "uuid", measure: "text", recall: '"Recall"', totals: "smallint[]", line: "bigint[]", lows: "smallint[]", low_days: "integer[]", last_day: "integer",
      steps: "smallint[]", step_weeks: "smallint[]", undone: "boolean[]", protocol: "text", therapy: '"Therapy"', medicine: '"Medicine"', route: '"Route"', zone: "text", start_day: "date",
      status: '"CourseStatus"', end_day: "integer", several: "boolean", gaps: "smallint", kinds: "uuid[]", sums: "numeric[]",
    },
  },
};

export const factTables = Object.keys(tables) as FactTable[];

const quoted = (names: readonly string[], of = "") => names.map((name) => `${of}"${name}"`).join(", ");

const shapes = Object.fromEntries(
  factTables.map((table) => {
    const { key, columns } = tables[table];
    const names = Object.keys(columns);
    return [table, { key, names, record: Object.entries(columns).map(([name, type]) => `"${name}" ${type}`).join(", ") }];
  }),
) as Record<FactTable, { key: string[]; names: string[]; record: string }>;

const given = (table: FactTable, rows: readonly Row[]) => Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) AS g(${Prisma.raw(shapes[table].record)})`;

/** Makes the tables say this of these patients, and touches no row that says it already. */
export async function storeFacts(tx: PlainTx, organisationId: string, patientIds: readonly string[], derived: Derived): Promise<void> {
  const parts = factTables.map((table) => {
    const { key, names } = shapes[table];
    const gone = Prisma.sql`
      DELETE FROM ${Prisma.raw(table)} t WHERE t.organisation_id = ${organisationId}::uuid AND t.patient_id = ANY (${[...patientIds]}::uuid[])
        AND NOT EXISTS (SELECT FROM ${given(table, derived[table])} WHERE ${Prisma.raw(key.map((name) => `g."${name}" = t."${name}"`).join(" AND "))})`;
    const kept = Prisma.sql`
      INSERT INTO ${Prisma.raw(table)} AS t (${Prisma.raw(quoted(names))}) SELECT ${Prisma.raw(quoted(names, "g."))} FROM ${given(table, derived[table])}
      ON CONFLICT (${Prisma.raw(quoted(key))}) DO UPDATE SET ${Prisma.raw(names.map((name) => `"${name}" = excluded."${name}"`).join(", "))}
        WHERE ROW(${Prisma.raw(quoted(names, "t."))}) IS DISTINCT FROM ROW(${Prisma.raw(quoted(names, "excluded."))})`;
    return Prisma.sql`${Prisma.raw(table)}_gone AS (${gone}), ${Prisma.raw(table)}_kept AS (${kept})`;
  });
  await tx.$executeRaw`WITH ${Prisma.join(parts)} SELECT`;
}

export interface Difference {
  table: FactTable;
  /** In the table and not derived, or derived and not in the table. */
  which: "stored" | "derived";
  row: Row;
}

/** What the tables say of these patients otherwise than this; empty where they agree. */
export async function differences(tx: PlainTx, organisationId: string, patientIds: readonly string[], derived: Derived): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const table of factTables) {
    const names = Prisma.raw(quoted(shapes[table].names));
    const stored = Prisma.sql`SELECT ${names} FROM ${Prisma.raw(table)} WHERE organisation_id = ${organisationId}::uuid AND patient_id = ANY (${[...patientIds]}::uuid[])`;
    const wanted = Prisma.sql`SELECT ${names} FROM ${given(table, derived[table])}`;
    const rows = await tx.$queryRaw<{ which: Difference["which"]; row: Row }[]>`
      SELECT 'stored' AS which, to_jsonb(d) AS row FROM (${stored} EXCEPT ALL ${wanted}) d
      UNION ALL SELECT 'derived', to_jsonb(d) FROM (${wanted} EXCEPT ALL ${stored}) d`;
    found.push(...rows.map((row) => ({ table, ...row })));
  }
  return found;
}
