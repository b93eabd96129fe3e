// One visit as its page shows it: the therapy session or assessment day with all that was recorded of it, the dose before
// it, and what the course's other therapy sessions came to.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, localDay, wallTime } from "@/lib/course/calendar";
import { sessionNames } from "@/lib/course/session-names";
import { nextProtocolSession } from "@/lib/course/therapy-session";
import { instantInWords, weekdayInWords } from "@/lib/dates";
import type { SymptomCheck, TherapyRecord } from "@/prisma/generated/client";
import { fullName } from "./patients";
import { audit, inScopeOrNull, refuse, theirs, type Tx } from "./scope";

/** The dose a visit followed, as the room recorded it. */
export interface DoseBefore {
  sessionId: string;
  name: string;
  /** "Tue 24 Nov, 09:05" */
  when: string;
  /** Calendar days from the dose to the visit. */
  days: number;
  givenMg: number | null;
  medicine: string | null;
  events: { id: string; term: string; severity: string; serious: boolean }[];
}

export async function openVisit(viewer: Viewer, patientId: string, sessionId: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const session = await tx.courseSession.findFirst({
      where: { id: sessionId, patientId, kind: { not: "dose" }, patient: theirs(viewer, "treat") },
      include: { course: true, patient: { select: { familyName: true, givenName: true, recordNumber: true } } },
    });
    if (!session) return refuse({ patientId, subject: "course_session", subjectId: sessionId });
    const { course, patient } = session;
    const zone = course.timeZone;
    const by = { by: { select: { name: true } } };
    const records = await tx.therapyRecord.findMany({ where: { sessionId }, orderBy: { number: "desc" }, include: by });
    const checks = await tx.symptomCheck.findMany({ where: { sessionId }, orderBy: { number: "desc" }, include: by });
    const sessions = await tx.courseSession.findMany({ where: { courseId: course.id }, orderBy: [{ at: "asc" }, { id: "asc" }], include: { therapyRecords: { orderBy: { number: "desc" }, take: 1 } } });
    const names = sessionNames(course, sessions);
    const told = sessions.filter(({ kind, status }) => kind === "therapy" && status === "done").map(({ id, at, therapyRecords: [record] }) => ({ id, at, name: names.get(id) ?? "Therapy session", record: record ?? null }));
    const attended = told.filter(({ id, at }) => id !== sessionId && at < session.at);
    const dose = sessions.findLast(({ kind, status, at }) => kind === "dose" && status === "done" && at < session.at);
    await audit(tx, viewer, "opened", { patientId, subject: "course_session", subjectId: sessionId });
    return {
      patient: { name: fullName(patient), recordNumber: patient.recordNumber },
      zone,
      name: names.get(sessionId) ?? "Visit",
      kind: session.kind,
      status: session.status,
      at: wallTime(session.at, zone),
      indexEvent: course.indexEvent,
      suggested: nextProtocolSession(attended.map(({ record }) => ({ protocolSession: record?.protocolSession ?? null }))),
      record: records[0] ?? null,
      check: checks[0] ?? null,
      history: historyOf(records, checks, zone),
      sessions: told.map(({ id, at, name, record }) => ({ id, name, when: weekdayInWords(calendarDay(at, zone)), record })),
      dose: dose ? await doseBefore(tx, { id: dose.id, at: dose.at, name: names.get(dose.id) ?? "Dose" }, session.at, zone) : null,
    };
  });
}

export type Visit = NonNullable<Awaited<ReturnType<typeof openVisit>>>;

async function doseBefore(tx: Tx, { id, at, name }: { id: string; at: Date; name: string }, visitAt: Date, zone: string): Promise<DoseBefore> {
  const record = await tx.doseRecord.findFirst({ where: { sessionId: id }, orderBy: { number: "desc" } });
  const events = await tx.dosingEvent.findMany({ where: { sessionId: id }, orderBy: [{ id: "asc" }, { number: "desc" }], distinct: ["id"] });
  const wall = wallTime(at, zone);
  return {
    sessionId: id,
    name,
    when: `${weekdayInWords(wall.slice(0, 10))}, ${wall.slice(11)}`,
    days: localDay(visitAt, at, zone),
    givenMg: record?.givenMg ?? null,
    medicine: record?.medicine ?? null,
    events: events.filter(({ act }) => act !== "voided").map((event) => ({ id: event.id, term: event.term, severity: event.severity, serious: event.serious })),
  };
}

type By = { by: { name: string } };

/** Every version, the newest first, with who wrote it and when. */
function historyOf(records: readonly (TherapyRecord & By)[], checks: readonly (SymptomCheck & By)[], zone: string) {
  const both = [...records.map((record) => ({ at: record.at, by: record.by.name, record, check: null })), ...checks.map((check) => ({ at: check.at, by: check.by.name, record: null, check }))];
  return both.toSorted((a, b) => +b.at - +a.at).map(({ at, ...rest }) => ({ ...rest, when: instantInWords(at, zone) }));
}
