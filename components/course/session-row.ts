import { sessionNames } from "@/lib/course/session-names";
import type { Course, SessionKind, SessionStatus } from "@/lib/course/course";

export interface SessionRow {
  id: string;
  kind: SessionKind;
  status: SessionStatus;
  /** On the clinic's clock: "2026-11-23T10:05". */
  at: string;
  /** Where the plan had it, likewise; null where it was never planned. */
  plannedAt: string | null;
  /** Why it was missed or cancelled. */
  reason: string;
  version: number;
}

export const noSession: SessionRow = { id: "", kind: "therapy", status: "planned", at: "", plannedAt: null, reason: "", version: 0 };

/**
 * "Dose 2", "PE session 3". The order of wall-clock times is all that naming needs, so no zone is applied.
 */
export function namesOf(
  course: Pick<Course, "therapy" | "therapyName">,
  rows: readonly SessionRow[],
): ReadonlyMap<string, string> {
  return sessionNames(
    course,
    rows.map(({ id, kind, status, at }) => ({ id, kind, status, at: new Date(`${at}Z`) })),
  );
}

export interface SessionDay {
  day: string;
  rows: SessionRow[];
}

/** The sessions of each day, days and times in order. */
export function byDay(rows: readonly SessionRow[]): SessionDay[] {
  const days = new Map<string, SessionRow[]>();
  for (const row of rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const day = row.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].map(([day, found]) => ({ day, rows: found }));
}
