// What moves along when one planned session gets another date.
import { daysBetween } from "@/lib/course/calendar";
import type { ClosedDays } from "@/lib/course/closed-days";
import { moveRest } from "@/lib/course/planned-sessions";
import type { SessionRow } from "./session-row";

/** The later planned sessions with the time they would have; empty while nothing has moved. */
export function movedAlong(rows: readonly SessionRow[], row: SessionRow, at: string, closed: ClosedDays): SessionRow[] {
  const day = at.slice(0, 10);
  if (row.status !== "planned" || !/^\d{4}-\d\d-\d\d$/.test(day)) return [];
  const days = daysBetween(row.at.slice(0, 10), day);
  const planned = rows.filter(({ status }) => status === "planned").map(({ id, kind, at: when }) => ({ id, kind, day: when.slice(0, 10), time: when.slice(11) }));
  return moveRest(planned, row.id, days, closed).flatMap(({ id, day: next }) => {
    const found = rows.find((each) => each.id === id);
    if (found === undefined) return [];
    const moved = `${next}T${found.at.slice(11)}`;
    return [{ ...found, at: moved, plannedAt: moved }];
  });
}
