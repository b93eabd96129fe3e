// The end of a dosing session, signed: what stood at that time as the textbook gathers it here from what is stored, and
// a reason for each point that was overridden. It records; it lets nobody go.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { leavingList, readingBefore } from "@/lib/course/dosing/leaving";
import { timeProblems } from "@/lib/course/dosing/times";
import type { LeavingSave } from "@/lib/schemas/dosing";
import { belongs, findDosing, newestDose, type Dosing } from "./dosing-session";
import { deriveFacts } from "./facts";
import { Unfit } from "./problems";
import { readingsWithTotals } from "./readings-with-totals";
import { following, onceMore } from "./repeat";
import { audit, inScope, type Tx } from "./scope";

/** The signer's password has been checked by whoever calls this (lib/auth/signature.ts). */
export async function signLeaving(viewer: Viewer, sessionId: string, given: Omit<LeavingSave, "password">): Promise<{ number: number }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await findDosing(tx, viewer, sessionId, "treat");
      const { key, number: known, leftAt, escort, advice } = given;
      const newest = await tx.leaving.findFirst({ where: { sessionId }, orderBy: { number: "desc" } });
      const { number, repeat } = await following(newest, known, () => tx.leaving.findFirst({ where: { sessionId, key }, select: { number: true } }), (now) => ({
        fields: { leftAt: now.leftAt.toISOString(), escort: now.escort ?? "", advice: now.advice },
        known: { number: now.number },
      }));
      if (repeat) return { number };
      const points = await pointsAt(tx, viewer, session, given);
      const open = points.filter(({ id, met }) => !met && !given.overrides[id]);
      if (open.length > 0) throw new Unfit(Object.fromEntries(open.map(({ id, words }) => [`overrides.${id}`, `${words}. Give a reason to go on.`])));
      const overrides = Object.fromEntries(points.filter(({ met }) => !met).map(({ id }) => [id, given.overrides[id] ?? ""]));
      const row = { leftAt, escort: escort || null, advice, points: points.map(({ id, met, words }) => ({ id, met, words })), overrides };
      await tx.leaving.create({ data: { ...belongs(session, viewer), ...row, number, key } });
      await audit(tx, viewer, "signed", { patientId: session.patientId, subject: "leaving", subjectId: sessionId });
      await deriveFacts(tx, viewer.organisation, session.patientId);
      return { number };
    }),
  );
}

async function pointsAt(tx: Tx, viewer: Viewer, session: Dosing, { leftAt, escort, advice }: Omit<LeavingSave, "password">) {
  const dose = await newestDose(tx, session.id);
  if (!dose?.startedAt) throw new Unfit({ start: "The dose has not begun: there is nothing to leave." });
  if (!dose.stoppedAt) throw new Unfit({ stop: "The dose has no stop time. Enter when it stopped." });
  if (!(await tx.symptomCheck.findFirst({ where: { sessionId: session.id } }))) throw new Unfit({ check: "Answer the questions on psychotic and manic symptoms first." });
  const wrong = timeProblems({ plannedAt: null, startedAt: dose.startedAt, stoppedAt: dose.stoppedAt, leftAt, now: new Date() }).find(({ overridable }) => !overridable);
  if (wrong) throw new Unfit({ leftAt: wrong.words });
  const readings = (await readingsWithTotals(tx, [session.id])).get(session.id) ?? [];
  const { limits } = viewer.organisation.settings.dosing;
  return leavingList({ startedAt: dose.startedAt, readings, beforeReading: readingBefore(readings, dose.startedAt), limits, escort: escort !== "", advice, now: leftAt });
}
