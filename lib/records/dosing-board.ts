// The board: today's dosing sessions of the viewer's patients, with what the page needs to say who is in the room, whose
// reading is due and who has left. Times travel, words and order are worked out where they are shown.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay, resolveWallTime } from "@/lib/course/calendar";
import type { BoardRow, Looked } from "@/lib/schemas/dosing-view";
import { namesOf } from "./dosing-session";
import { markOf } from "./dosing-room";
import { sessionView } from "./dosing-view";
import { fullName } from "./patients";
import { audit, inScope, theirs, type Tx } from "./scope";

const most = 60;
/** A dose begun before midnight is still in the room after it. */
const nightMs = 12 * 3_600_000;

export async function lookAtBoard(viewer: Viewer, known: string | null): Promise<Looked<BoardRow[]>> {
  return inScope(viewer, async (tx) => {
    const now = new Date();
    const rows = await gather(tx, viewer, now);
    const mark = markOf(rows);
    if (mark === known) return { now: now.toISOString(), mark, view: null };
    await audit(tx, viewer, "opened", { subject: "dosing_board" });
    return { now: now.toISOString(), mark, view: rows };
  });
}

async function gather(tx: Tx, viewer: Viewer, now: Date): Promise<BoardRow[]> {
  const zone = viewer.organisation.timeZone;
  const today = calendarDay(now, zone);
  const [from, to] = [startOf(today, zone), startOf(addDays(today, 1), zone)];
  const sessions = await tx.courseSession.findMany({
    where: {
      kind: "dose",
      patient: theirs(viewer),
      OR: [{ at: { gte: from, lt: to } }, { status: "done", at: { gte: new Date(Math.min(+from, +now - nightMs)), lt: to }, doseRecords: { some: {} } }],
    },
    include: { course: true, patient: { select: { id: true, familyName: true, givenName: true, recordNumber: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: most,
  });
  const ids = sessions.map(({ id }) => id);
  const of = { sessionId: { in: ids } };
  const doses = await tx.doseRecord.findMany({ where: of, orderBy: [{ sessionId: "asc" }, { number: "desc" }], distinct: ["sessionId"], select: { sessionId: true, startedAt: true, stoppedAt: true } });
  const leavings = await tx.leaving.findMany({ where: of, orderBy: [{ sessionId: "asc" }, { number: "desc" }], distinct: ["sessionId"], select: { sessionId: true, leftAt: true } });
  const readings = await tx.reading.findMany({ where: { ...of, voidedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const events = await tx.dosingEvent.findMany({ where: of, orderBy: [{ id: "asc" }, { number: "desc" }], distinct: ["id"], select: { sessionId: true, act: true } });
  const names = await namesOf(tx, [...new Map(sessions.map(({ course }) => [course.id, course])).values()]);
  const left = (id: string) => leavings.find(({ sessionId }) => sessionId === id)?.leftAt ?? null;
  return sessions.filter(({ id, at }) => at >= from || left(id) === null).map((session) => {
    const { id, patient, course } = session;
    const dose = doses.find(({ sessionId }) => sessionId === id);
    return {
      patient: { id: patient.id, name: fullName(patient), recordNumber: patient.recordNumber },
      session: sessionView(session, names.get(id) ?? "Dose"),
      course: { medicine: course.medicine, route: course.route },
      startedAt: dose?.startedAt?.toISOString() ?? null,
      stoppedAt: dose?.stoppedAt?.toISOString() ?? null,
      leftAt: left(id)?.toISOString() ?? null,
      readings: readings
        .filter(({ sessionId }) => sessionId === id)
        .map(({ id: reading, at, systolic, diastolic, pulse, spo2, sedation, dissociation }) => ({ id: reading, at: at.toISOString(), systolic, diastolic, pulse, spo2, sedation, dissociation })),
      events: events.filter(({ sessionId, act }) => sessionId === id && act !== "voided").length,
    };
  });
}

/** Where the clocks skip midnight the day begins an hour later. */
function startOf(day: string, zone: string, time = "00:00"): Date {
  const resolved = resolveWallTime(`${day}T${time}`, zone);
  if (resolved.kind === "skipped") return startOf(day, zone, "01:00");
  return resolved.kind === "instant" ? resolved.instant : resolved.earlier;
}
