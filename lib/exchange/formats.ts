// The files that come in and go out: four tables, their columns, and what each holds. One list for reading, writing and the page;
// docs/IMPORT.md says it for people. Patients are known by record number, courses by their start, sessions and forms by their time.
import { measures } from "../measures/measures";
import { columnOf } from "./column";

export const kinds = ["patients", "courses", "sessions", "assessments"] as const;

export type Kind = (typeof kinds)[number];

/** The longest list of items any measure has: the columns gate, item1, item2 … */
export const itemColumns = [0, ...Array.from({ length: Math.max(...measures.flatMap((measure) => measure.items.map(({ number }) => number))) }, (_, index) => index + 1)].map(columnOf);

export const columns = {
  patients: ["record_number", "family_name", "given_name", "birth_date", "sex", "pronouns", "team"],
  courses: [
    "record_number", "start_date", "planned_weeks", "therapy", "therapy_name", "medicine", "route", "time_zone", "template", "index_event", "measure_plan", "ended_at", "end_reason", "end_note",
  ],
  sessions: [
    "record_number", "course_start", "kind", "at", "status", "planned_at", "reason",
    "attendance", "protocol_session", "homework", "suds_before", "suds_peak", "suds_end", "therapy_note",
    "medicine", "route", "weight_kg", "mg_per_kg", "devices", "computed_mg", "given_mg", "given_devices", "confirmed_at", "started_at", "stopped_at", "lot", "expiry", "prepared_by", "checked_by", "dose_note",
  ],
  assessments: ["record_number", "course_start", "session_at", "measure", "recall", "answered_at", "mode", "total", ...itemColumns, "safety_done"],
} as const satisfies Record<Kind, readonly string[]>;

/** Without these a file is no file of its kind. */
export const needed: Readonly<Record<Kind, readonly string[]>> = {
  patients: ["record_number", "family_name", "given_name", "birth_date"],
  courses: ["record_number", "start_date", "planned_weeks", "therapy", "medicine"],
  sessions: ["record_number", "kind", "at", "status"],
  assessments: ["record_number", "measure", "recall", "answered_at"],
};

/** Of which kind a header is: the first whose needed columns are all there, or null. Example: ["record_number", "measure", "recall", "answered_at", "total"] are assessments. */
export function kindOf(header: readonly string[]): Kind | null {
  return (["assessments", "sessions", "courses", "patients"] as const).find((kind) => needed[kind].every((column) => header.includes(column))) ?? null;
}

/** What of a header cannot be read as a file of this kind, in sentences; empty where it can. */
export function headerTroubles(kind: Kind, header: readonly string[]): string[] {
  const known: readonly string[] = columns[kind];
  const missing = needed[kind].filter((column) => !header.includes(column));
  const twice = [...new Set(header.filter((name, index) => name !== "" && header.indexOf(name) !== index))];
  const unknown = header.filter((name) => name !== "" && !known.includes(name));
  return [
    missing.length > 0 && `Missing: ${missing.join(", ")}`,
    twice.length > 0 && `More than once: ${twice.join(", ")}`,
    unknown.length > 0 && `Not known: ${unknown.slice(0, 10).join(", ")}`,
  ].filter((trouble) => trouble !== false);
}
