// The dosing session that a record belongs to, found for its viewer or not at all.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { sessionNames } from "@/lib/course/session-names";
import { refuse, theirs, type Tx } from "./scope";

export async function findDosing(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.courseSession.findFirst({
    where: { id, kind: "dose", patient: theirs(viewer) },
    include: { course: true, patient: { select: { id: true, teamId: true, familyName: true, givenName: true, recordNumber: true, birthDate: true } } },
  });
  return found ?? refuse({ subject: "course_session", subjectId: id });
}

export type Dosing = Awaited<ReturnType<typeof findDosing>>;

/** What every row of a dosing session carries. */
export function belongs({ id, patientId, organisationId }: Dosing, viewer: Viewer) {
  return { sessionId: id, patientId, organisationId, byId: viewer.userId };
}

export function newestDose(tx: Tx, sessionId: string) {
  return tx.doseRecord.findFirst({ where: { sessionId }, orderBy: { number: "desc" }, include: { by: { select: { name: true } } } });
}

/** What each session of these courses is called, by its id. */
export async function namesOf(tx: Tx, courses: readonly Pick<Dosing["course"], "id" | "therapy" | "therapyName">[]): Promise<ReadonlyMap<string, string>> {
  const sessions = await tx.courseSession.findMany({ where: { courseId: { in: courses.map(({ id }) => id) } }, select: { id: true, courseId: true, kind: true, at: true, status: true } });
  return new Map(courses.flatMap((course) => [...sessionNames(course, sessions.filter(({ courseId }) => courseId === course.id))]));
}

/** The patient's other doses: the weight noted last before this one, and one that has begun and was not left. */
export async function otherDoses(tx: Tx, { id, patientId, at }: Dosing) {
  const rows = await tx.doseRecord.findMany({
    where: { patientId, sessionId: { not: id } },
    orderBy: [{ sessionId: "asc" }, { number: "desc" }],
    distinct: ["sessionId"],
    include: { session: { select: { at: true, courseId: true, course: true, leavings: { select: { number: true }, take: 1 } } } },
  });
  const weighed = rows.filter(({ weightKg, session }) => weightKg !== null && session.at < at).toSorted((a, b) => +b.session.at - +a.session.at);
  const active = rows.find(({ startedAt, session }) => startedAt !== null && session.leavings.length === 0);
  const name = active && (await namesOf(tx, [active.session.course])).get(active.sessionId);
  return { lastWeightKg: weighed[0]?.weightKg ?? null, otherActive: active ? (name ?? "Another dose") : null };
}
