// The dosing session that a record belongs to, found for its viewer or not at all.
import "server-only";
import type { Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { sessionNames } from "@/lib/course/session-names";
import { refuse, theirs, type Tx } from "./scope";

export async function findDosing(tx: Tx, viewer: Viewer, id: string, right: Right = "care") {
  const found = await tx.courseSession.findFirst({
    where: { id, kind: "dose", patient: theirs(viewer, right) },
    include: { course: true, patient: { select: { id: true, familyName: true, givenName: true, recordNumber: true, birthDate: true } } },
  });
  return found ?? refuse({ subject: "course_session", subjectId: id });
}

export type Dosing = Awaited<ReturnType<typeof findDosing>>;

/** What every row of a dosing session carries. */
export function belongs({ id, patientId, organisationId }: Dosing, viewer: Viewer) {
  return { sessionId: id, patientId, organisationId, byId: viewer.userId };
}

export function newestDose(tx: Tx, sessionId: string) {
  return tx.doseRecord.findFirst({ where: { sessionId }, orderBy: { number: "desc" } });
}

/** What each session of these courses is called, by its id. */
export async function namesOf(tx: Tx, courses: readonly Pick<Dosing["course"], "id" | "therapy" | "therapyName">[]): Promise<ReadonlyMap<string, string>> {
  const sessions = await tx.courseSession.findMany({ where: { courseId: { in: courses.map(({ id }) => id) } }, select: { id: true, courseId: true, kind: true, at: true, status: true } });
  return new Map(courses.flatMap((course) => [...sessionNames(course, sessions.filter(({ courseId }) => courseId === course.id))]));
}

/** Another dose of the same patient, as it stands. Instants are ISO text. */
export interface OtherDose {
  sessionId: string;
  at: string;
  weightKg: number | null;
  startedAt: string | null;
  left: boolean;
}

/** The weight noted last before this dose, and the dose that has begun and was not left, by its name. */
export function aroundDose(others: readonly OtherDose[], at: string, names: ReadonlyMap<string, string>): { lastWeightKg: number | null; otherActive: string | null } {
  const weighed = others.filter((other) => other.weightKg !== null && other.at < at).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const active = others.find(({ startedAt, left }) => startedAt !== null && !left);
  return { lastWeightKg: weighed[0]?.weightKg ?? null, otherActive: active ? (names.get(active.sessionId) ?? "Another dose") : null };
}

/** The same from the tables, while a record is being checked. */
export async function otherDoses(tx: Tx, { id, patientId, at, course }: Dosing) {
  const rows = await tx.doseRecord.findMany({
    where: { patientId, sessionId: { not: id } },
    orderBy: [{ sessionId: "asc" }, { number: "desc" }],
    distinct: ["sessionId"],
    include: { session: { select: { at: true, leavings: { select: { number: true }, take: 1 } } } },
  });
  const others = rows.map(({ sessionId, weightKg, startedAt, session }) => ({ sessionId, weightKg, at: session.at.toISOString(), startedAt: startedAt?.toISOString() ?? null, left: session.leavings.length > 0 }));
  return aroundDose(others, at.toISOString(), await namesOf(tx, [course]));
}
