// The dose record of a dosing session: added anew each time it is saved, the newest number holds. What is impossible is
// refused, what is unusual needs a reason; once the dose has begun, the session is done at its start.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import { computedAmount, devicesAmount } from "@/lib/course/dosing/amount";
import { doseProblems } from "@/lib/course/dosing/dose";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import type { DoseSave } from "@/lib/schemas/dosing";
import type { DoseRecord } from "@/prisma/generated/client";
import { belongs, findDosing, newestDose, otherDoses, type Dosing } from "./dosing-session";
import { deriveFacts } from "./facts";
import { Stale, Unfit, type Newer } from "./problems";
import { following, onceMore } from "./repeat";
import { audit, inScope, type Tx } from "./scope";

export async function saveDose(viewer: Viewer, sessionId: string, given: DoseSave): Promise<{ number: number }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await findDosing(tx, viewer, sessionId);
      const { key, number: known, expiry, lot, preparedBy, checkedBy, notes, ...fields } = given;
      const newest = await newestDose(tx, sessionId);
      const { number, repeat } = await following(newest, known, () => tx.doseRecord.findFirst({ where: { sessionId, key }, select: { number: true } }), newerDose);
      if (repeat) return { number };
      const amounts = amountsOf(given);
      const kept = await checkDose(tx, viewer, session, { ...given, ...amounts }, newest?.startedAt ?? null);
      const interruptions = fields.interruptions.map(({ from, to, reason }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null, reason }));
      const words = { lot: lot || null, preparedBy: preparedBy || null, checkedBy: checkedBy || null, notes: notes || null };
      const row = { ...fields, ...amounts, ...words, interruptions, reasons: kept, expiry: expiry === null ? null : dateColumn(expiry) };
      await tx.doseRecord.create({ data: { ...row, ...belongs(session, viewer), number, key } });
      await moveSession(tx, session, given.startedAt, newest?.startedAt ?? null);
      await audit(tx, viewer, number === 1 ? "recorded" : "changed", { patientId: session.patientId, subject: "dose_record", subjectId: sessionId });
      await deriveFacts(tx, viewer.organisation, session.patientId);
      return { number };
    }),
  );
}

function newerDose(row: DoseRecord): Newer {
  const { number, medicine, route, weightKg, mgPerKg, devices, givenMg, givenDevices, expiry, interruptions, reasons } = row;
  const [confirmedAt, startedAt, stoppedAt] = [row.confirmedAt, row.startedAt, row.stoppedAt].map((at) => at?.toISOString() ?? null);
  const words = { lot: row.lot ?? "", preparedBy: row.preparedBy ?? "", checkedBy: row.checkedBy ?? "", notes: row.notes ?? "" };
  const amounts = { medicine, route, weightKg, mgPerKg, devices, givenMg, givenDevices };
  return { fields: { ...amounts, ...words, confirmedAt, startedAt, stoppedAt, expiry: expiry && fromDateColumn(expiry), interruptions, reasons }, known: { number } };
}

/** What is computed is computed here, whatever was sent. */
function amountsOf({ medicine, weightKg, mgPerKg, devices, givenMg, givenDevices }: DoseSave) {
  if (medicine === "esketamine") {
    const mg = (count: number | null) => (count === null || count < 1 ? count : devicesAmount({ devices: count }));
    return { computedMg: mg(devices), givenMg: mg(givenDevices), mgPerKg: null };
  }
  const able = weightKg !== null && weightKg > 0 && mgPerKg !== null && mgPerKg > 0;
  return { computedMg: able ? computedAmount({ weightKg, mgPerKg }) : null, givenMg, devices: null, givenDevices: null };
}

/** Throws what has to be mended or still needs a reason; returns the reasons that answer a question. */
async function checkDose(tx: Tx, viewer: Viewer, session: Dosing, dose: DoseSave & { computedMg: number | null }, startedBefore: Date | null) {
  const { course, plannedAt } = session;
  const [readings, others] = [await tx.reading.findMany({ where: { sessionId: session.id, voidedAt: null }, select: { id: true, at: true } }), await otherDoses(tx, session)];
  const now = new Date();
  const problems = doseProblems(
    { ...dose, ...others, plannedAt, readings, now, today: calendarDay(now, course.timeZone), courseEndedAt: course.endedAt, hadStarted: startedBefore !== null },
    viewer.organisation.settings.dosing.amounts,
  );
  const open = problems.filter(({ id, overridable }) => !overridable || !dose.reasons[id]);
  if (open.length > 0) {
    throw new Unfit(Object.fromEntries(open.map(({ id, words, overridable }) => [overridable ? `reasons.${id}` : id, overridable ? `${words} Give a reason to go on.` : words])));
  }
  return Object.fromEntries(problems.map(({ id }) => [id, dose.reasons[id] ?? ""]));
}

/** A dose that has begun makes its session done at that time; one that had not begun after all is planned again. */
async function moveSession(tx: Tx, session: Dosing, startedAt: Date | null, before: Date | null): Promise<void> {
  if (startedAt === null && before === null) return;
  const moved = startedAt === null ? { status: "planned" as const, at: session.plannedAt ?? session.at } : { status: "done" as const, at: startedAt, reason: null };
  if (session.status === moved.status && +session.at === +moved.at) return;
  const { count } = await tx.courseSession.updateMany({ where: { id: session.id, version: session.version }, data: { ...moved, version: { increment: 1 } } });
  if (count === 0) throw new Stale();
}
