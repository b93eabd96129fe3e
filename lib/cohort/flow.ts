/**
 * From all courses to those counted: each is asked the same questions in the same order and is left out for the first it
 * does not meet, so that what is left out and what is counted add up to all. A patient counts once: of several courses
 * that would be counted, the one that began first.
 */
import type { CohortDefinition } from "./definition";
import type { CohortRow, Placement } from "./row";
import { LEFT_OUT, type LeftOut } from "./tallies";

/** A counted course with what the figures need of it. */
export interface Counted {
  readonly row: CohortRow;
  readonly baseline: Placement;
  /** Of the measure and recall window asked for, in order of time. */
  readonly scores: readonly Placement[];
}

export interface Flow {
  readonly all: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  readonly counted: readonly Counted[];
}

/** Words for why a course is not counted. Example: leftOutWords["no-baseline"] is "No baseline score of this measure and recall window". */
export const leftOutWords: Readonly<Record<LeftOut, string>> = {
  protocol: "Another protocol",
  medicine: "Another medicine",
  route: "Another route",
  therapy: "Another therapy",
  team: "Another team",
  dates: "Began outside the dates",
  "not-begun": "Nothing done yet",
  "no-baseline": "No baseline score of this measure and recall window",
  "baseline-severity": "Baseline total outside the range",
  "not-completed": "Not completed",
  "later-course": "A later course of a patient who is counted",
};

/**
 * Who is counted and why the others are not. Order of rows does not matter. Example: of two courses, one without a
 * baseline score, { all: 2, counted: [the other] } and leftOut["no-baseline"] is 1.
 */
export function flow(definition: CohortDefinition, rows: readonly CohortRow[]): Flow {
  const leftOut = Object.fromEntries(LEFT_OUT.map((reason) => [reason, 0])) as Record<LeftOut, number>;
  const first = new Map<string, Counted>();
  for (const row of rows) {
    const scores = row.placements.filter(({ measure, recall }) => measure === definition.measure && recall === definition.recall);
    const baseline = scores.find(({ window }) => window === "baseline");
    const reason = reasonFor(definition, row, baseline);
    if (reason !== null || baseline === undefined) {
      leftOut[reason ?? "no-baseline"] += 1;
      continue;
    }
    const other = first.get(row.patientId);
    if (other !== undefined) leftOut["later-course"] += 1;
    if (other === undefined || earlier(row, other.row)) first.set(row.patientId, { row, baseline, scores });
  }
  return { all: rows.length, leftOut, counted: [...first.values()] };
}

function reasonFor({ filters, population }: CohortDefinition, row: CohortRow, baseline: Placement | undefined): LeftOut | null {
  const other = (wanted: string | null, has: string | null): boolean => wanted !== null && wanted !== has;
  if (other(filters.protocol, row.protocol)) return "protocol";
  if (other(filters.medicine, row.medicine)) return "medicine";
  if (other(filters.route, row.route)) return "route";
  if (other(filters.therapy, row.therapy)) return "therapy";
  if (other(filters.teamId, row.teamId)) return "team";
  if (outside(row.startDay, filters.startFrom, filters.startTo)) return "dates";
  if (!row.begun) return "not-begun";
  if (baseline === undefined) return "no-baseline";
  if (outside(baseline.total, filters.baselineFrom, filters.baselineTo)) return "baseline-severity";
  return population === "completed" && row.status !== "completed" ? "not-completed" : null;
}

function outside<T extends string | number>(value: T, from: T | null, to: T | null): boolean {
  return (from !== null && value < from) || (to !== null && value > to);
}

function earlier(a: CohortRow, b: CohortRow): boolean {
  return a.startDay < b.startDay || (a.startDay === b.startDay && a.courseId < b.courseId);
}
