// The board's three groups and their order: in the room, whose reading is late longest on top; expected; done for today.
import { nextReading, readingsDue, type DueReading } from "@/lib/course/dosing/observation";
import type { BoardRow } from "@/lib/schemas/dosing-view";

export interface InRoom {
  row: BoardRow;
  startedAt: Date;
  /** Null when no reading is left to take. */
  next: DueReading<{ id: string; at: Date }> | null;
}

export interface Board {
  inRoom: readonly InRoom[];
  expected: readonly BoardRow[];
  gone: readonly BoardRow[];
}

/** Nobody is left out: a session that is marked done without a dose record stands among those that are over. */
export function boardOf(rows: readonly BoardRow[], minutes: readonly number[], now: Date): Board {
  const inRoom = rows
    .filter(({ startedAt, leftAt }) => startedAt !== null && leftAt === null)
    .map((row) => {
      const startedAt = new Date(row.startedAt!);
      const readings = row.readings.map(({ id, at }) => ({ id, at: new Date(at) }));
      return { row, startedAt, next: nextReading(readingsDue({ startedAt, readings, now, minutes })) };
    })
    .toSorted((a, b) => timeOf(a) - timeOf(b) || (a.row.session.id < b.row.session.id ? -1 : 1));
  return {
    inRoom,
    expected: rows.filter(({ startedAt, session }) => startedAt === null && session.status === "planned"),
    gone: rows.filter(({ startedAt, leftAt, session }) => leftAt !== null || (startedAt === null && session.status !== "planned")),
  };
}

/** Who is late longest has the earliest due time; who waits for nothing more comes last. */
function timeOf({ next }: InRoom): number {
  return next === null ? Number.MAX_SAFE_INTEGER : +next.at;
}

/** The readings late now, each by patient and minute: what a sound is made for once. */
export function lateOnes({ inRoom }: Board): readonly string[] {
  return inRoom.flatMap(({ row, next }) => (next?.state === "late" ? [`${row.session.id} ${next.minute}`] : []));
}
