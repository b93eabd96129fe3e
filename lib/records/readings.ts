// Readings: one observation each, under the id its device gave it and at its true time. The same one sent again stores
// nothing; another under its id is refused. A wrong one is voided with a reason and taken again.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { wallTime } from "@/lib/course/calendar";
import { outsideLimits } from "@/lib/course/dosing/limits";
import { readingProblems, VITALS } from "@/lib/course/dosing/reading";
import { timeProblems } from "@/lib/course/dosing/times";
import type { ReadingSave } from "@/lib/schemas/dosing";
import { enterForm, voidForm } from "./assessments";
import { belongs, findDosing, newestDose, type Dosing } from "./dosing-session";
import { checkOffered, measureNamed } from "./examine";
import { deriveFacts } from "./facts";
import { Stale, Unfit } from "./problems";
import { onceMore } from "./repeat";
import { audit, inScope, refuse, theirs, type Tx } from "./scope";

export async function saveReading(viewer: Viewer, id: string, given: ReadingSave): Promise<{ created: boolean }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await findDosing(tx, viewer, given.sessionId);
      if (await sameReading(tx, id, given)) return { created: false };
      await checkReading(tx, viewer, given);
      const { at, done } = given;
      const values = Object.fromEntries(VITALS.map((vital) => [vital, given[vital]]));
      await tx.reading.create({ data: { id, ...belongs(session, viewer), at, ...values, done: done || null } });
      await audit(tx, viewer, "recorded", { patientId: session.patientId, subject: "reading", subjectId: id });
      if (given.cadss) await enterTotal(tx, viewer, session, id, { ...given, cadss: given.cadss });
      else await deriveFacts(tx, viewer.organisation, session.patientId);
      return { created: true };
    }),
  );
}

export async function voidReading(viewer: Viewer, id: string, { reason }: { reason: string }): Promise<void> {
  return inScope(viewer, async (tx) => {
    const present = await tx.reading.findFirst({ where: { id, patient: theirs(viewer), OR: [{ byId: viewer.userId }, { patient: theirs(viewer, "treat") }] } });
    if (!present) return refuse({ subject: "reading", subjectId: id });
    const { count } = await tx.reading.updateMany({ where: { id, voidedAt: null }, data: { voidedAt: new Date(), voidedById: viewer.userId, voidReason: reason } });
    if (count === 0) {
      const now = await tx.reading.findUniqueOrThrow({ where: { id }, select: { voidReason: true } });
      if (now.voidReason === reason) return;
      throw new Stale("This reading has already been voided.");
    }
    await audit(tx, viewer, "voided", { patientId: present.patientId, subject: "reading", subjectId: id });
    const form = await tx.assessment.findFirst({ where: { id, voidedAt: null } });
    if (form) await voidForm(tx, viewer, form, { key: randomUUID(), revision: form.revision, reason });
    else await deriveFacts(tx, viewer.organisation, present.patientId);
  });
}

/** A CADSS total becomes a form of its own, read aloud, under the reading's id. */
function enterTotal(tx: Tx, viewer: Viewer, { id: sessionId, patient, course }: Dosing, id: string, { at, cadss }: { at: Date; cadss: NonNullable<ReadingSave["cadss"]> }) {
  const measure = measureNamed(cadss.measure);
  checkOffered(viewer, measure);
  const form = { measure: measure.id, recall: "moment" as const, mode: "aloud" as const, ratings: [], total: cadss.total, allow: ["same-day"] };
  return enterForm(tx, viewer, patient, id, { ...form, sessionId, answeredAt: wallTime(at, course.timeZone), instant: at, key: id }, measure);
}

async function sameReading(tx: Tx, id: string, given: ReadingSave): Promise<boolean> {
  const present = await tx.reading.findUnique({ where: { id } });
  if (!present) return false;
  const form = await tx.assessment.findUnique({ where: { id }, select: { measure: true, revisions: { where: { number: 1 }, select: { total: true } } } });
  const cadss = form && { measure: form.measure, total: form.revisions[0]?.total };
  const same =
    present.sessionId === given.sessionId && +present.at === +given.at && (present.done ?? "") === given.done &&
    VITALS.every((vital) => present[vital] === given[vital]) &&
    cadss?.measure === given.cadss?.measure && cadss?.total === given.cadss?.total;
  if (same) return true;
  throw new Stale("A reading with other values is already stored in its place. Take this one again.");
}

async function checkReading(tx: Tx, viewer: Viewer, given: ReadingSave): Promise<void> {
  const found = readingProblems(given).filter(({ id }) => id !== "empty" || given.cadss === null);
  if (found.length > 0) throw new Unfit(Object.fromEntries(found.map(({ id, words }) => [id, words])));
  const startedAt = (await newestDose(tx, given.sessionId))?.startedAt ?? null;
  const times = timeProblems({ plannedAt: null, startedAt: null, stoppedAt: null, readings: [{ id: "", at: given.at }], now: new Date() });
  if (times[0]) throw new Unfit({ at: times[0].words });
  const early = startedAt === null ? true : given.at < startedAt;
  if (early && !given.beforeStart) {
    throw new Unfit({ at: startedAt === null ? "The dose has not begun. Save this as a reading before the start." : "This reading is timed before the start. Say that it was taken before, or correct its time." });
  }
  const outside = outsideLimits(given, viewer.organisation.settings.dosing.limits, early ? "before" : "during");
  if (outside.length > 0 && given.done === "") throw new Unfit({ done: `${outside[0]!.words} ${early ? "Write why the dose goes ahead, or what was done." : "Write what was done."}` });
}
