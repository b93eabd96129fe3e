// What a visit was: a therapy session or an assessment day, recorded anew each time it is saved; the newest number holds
// and the earlier ones are its history. Saving it says whether the session took place.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { distressQuestion } from "@/lib/course/therapy-session";
import type { TherapySave } from "@/lib/schemas/therapy";
import type { CourseSession } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { deriveFacts } from "./facts";
import { Ask, Changed, Stale, Unfit, type Newer } from "./problems";
import { following, onceMore } from "./repeat";
import { audit, inScope, refuse, theirs, type Tx } from "./scope";

export async function saveTherapy(viewer: Viewer, sessionId: string, given: TherapySave): Promise<{ patientId: string }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await tx.courseSession.findFirst({ where: { id: sessionId, kind: { not: "dose" }, patient: theirs(viewer, "treat") }, include: { course: true } });
      if (!session) return refuse({ subject: "course_session", subjectId: sessionId });
      const { patientId, organisationId, course } = session;
      const { key, number: known } = given;
      const newest = await tx.therapyRecord.findFirst({ where: { sessionId }, orderBy: { number: "desc" } });
      const { number, repeat } = await following(newest, known, () => tx.therapyRecord.findFirst({ where: { sessionId, key }, select: { number: true } }), () => newerVisit(tx, session, course.timeZone));
      if (repeat) return { patientId };

      const at = instantFrom(given.at, course.timeZone, "at");
      if (calendarDay(at, course.timeZone) > calendarDay(new Date(), course.timeZone)) throw new Unfit({ at: "This day is still to come. Record the visit when it has taken place." });
      const came = given.attendance !== "not_attended";
      const fields = came ? detailsOf(session, given) : nothing;
      const question = distressQuestion({ before: fields.sudsBefore, peak: fields.sudsPeak, end: fields.sudsEnd });
      if (question && !given.allow.includes("distress")) throw new Ask("distress", question, {});

      const whose = { sessionId, patientId, organisationId, key, byId: viewer.userId };
      await tx.therapyRecord.create({ data: { ...whose, number, attendance: given.attendance, ...fields, note: given.note || null } });
      if (came) await addCheck(tx, { ...whose }, given, () => newerVisit(tx, session, course.timeZone));
      await markSession(tx, session, came ? { status: "done", at, reason: null } : { status: "missed", at: session.plannedAt ?? session.at, reason: given.note || null });
      await audit(tx, viewer, number === 1 ? "recorded" : "changed", { patientId, subject: "therapy_record", subjectId: sessionId });
      await deriveFacts(tx, viewer.organisation, patientId);
      return { patientId };
    }),
  );
}

/** The visit as it stands, in the form's own shape. */
async function newerVisit(tx: Tx, { id: sessionId, at }: CourseSession, zone: string): Promise<Newer> {
  const newest = { where: { sessionId }, orderBy: { number: "desc" as const } };
  const [record, check] = [await tx.therapyRecord.findFirst(newest), await tx.symptomCheck.findFirst(newest)];
  const { attendance, protocolSession = null, homework = null, sudsBefore = null, sudsPeak = null, sudsEnd = null, note } = record ?? {};
  const symptoms = { psychotic: check?.psychotic ?? null, manic: check?.manic ?? null, symptomNote: check?.note ?? "" };
  return {
    fields: { at: wallTime(at, zone), attendance: attendance ?? "", protocolSession, homework, sudsBefore, sudsPeak, sudsEnd, note: note ?? "", ...symptoms },
    known: { number: record?.number ?? 0, checkNumber: check?.number ?? 0 },
  };
}

/** Of somebody who did not come there is nothing to record. */
const nothing = { protocolSession: null, homework: null, sudsBefore: null, sudsPeak: null, sudsEnd: null };

/** A protocol, homework and exposures belong to therapy; an assessment day has none of them. */
function detailsOf({ kind }: CourseSession, { protocolSession, homework, sudsBefore, sudsPeak, sudsEnd }: TherapySave) {
  return kind === "therapy" ? { protocolSession, homework, sudsBefore, sudsPeak, sudsEnd } : nothing;
}

interface Whose {
  sessionId: string;
  patientId: string;
  organisationId: string;
  key: string;
  byId: string;
}

/** The answers stand as they are until they change. */
async function addCheck(tx: Tx, whose: Whose, { checkNumber, psychotic, manic, symptomNote }: TherapySave, newer: () => Promise<Newer>): Promise<void> {
  const newest = await tx.symptomCheck.findFirst({ where: { sessionId: whose.sessionId }, orderBy: { number: "desc" } });
  if ((newest?.number ?? 0) !== checkNumber) throw new Changed(await newer());
  const answers = { psychotic: psychotic === true, manic: manic === true, note: symptomNote || null };
  if (newest && newest.psychotic === answers.psychotic && newest.manic === answers.manic && newest.note === answers.note) return;
  await tx.symptomCheck.create({ data: { ...whose, number: checkNumber + 1, ...answers } });
}

async function markSession(tx: Tx, session: CourseSession, mark: Pick<CourseSession, "status" | "at" | "reason">): Promise<void> {
  if (session.status === mark.status && +session.at === +mark.at && session.reason === mark.reason) return;
  const { count } = await tx.courseSession.updateMany({ where: { id: session.id, version: session.version }, data: { ...mark, version: { increment: 1 } } });
  if (count === 0) throw new Stale();
}
