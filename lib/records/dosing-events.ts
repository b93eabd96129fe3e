// Adverse events of a dosing session: entered, corrected or voided by adding a row; the newest number of an event holds.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { CLOCK_SLACK_MINUTES } from "@/lib/course/dosing/times";
import type { EventSave } from "@/lib/schemas/dosing";
import { belongs, findDosing } from "./dosing-session";
import { deriveFacts } from "./facts";
import { Stale, Unfit } from "./problems";
import { following, onceMore } from "./repeat";
import { audit, inScope, refuse } from "./scope";

export async function saveEvent(viewer: Viewer, id: string, given: EventSave): Promise<{ number: number }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await findDosing(tx, viewer, given.sessionId, given.act === "voided" ? "treat" : "care");
      const { key, number: known, sessionId, why, action, ...fields } = given;
      const newest = await tx.dosingEvent.findFirst({ where: { id }, orderBy: { number: "desc" } });
      if (newest && newest.sessionId !== sessionId) return refuse({ patientId: session.patientId, subject: "dosing_event", subjectId: id });
      const { number, repeat } = await following(newest, known, () => tx.dosingEvent.findFirst({ where: { id, key }, select: { number: true } }), (now) => ({
        fields: { act: now.act, term: now.term, severity: now.severity, serious: now.serious, relation: now.relation, onsetAt: now.onsetAt.toISOString(), endedAt: now.endedAt?.toISOString() ?? null, action: now.action ?? "", outcome: now.outcome },
        known: { number: now.number },
      }));
      if (repeat) return { number };
      if (newest?.act === "voided") throw new Stale("This event has been voided and cannot be changed.");
      checkEvent(given);
      await tx.dosingEvent.create({ data: { id, ...belongs(session, viewer), ...fields, courseId: session.courseId, why: why || null, action: action || null, number, key } });
      await audit(tx, viewer, given.act === "entered" ? "recorded" : given.act, { patientId: session.patientId, subject: "dosing_event", subjectId: id });
      await deriveFacts(tx, viewer.organisation, session.patientId);
      return { number };
    }),
  );
}

function checkEvent({ act, number, why, onsetAt, endedAt }: EventSave): void {
  if ((act === "entered") !== (number === 0)) throw new Stale();
  if (act !== "entered" && why === "") throw new Unfit({ why: `Enter the reason for ${act === "voided" ? "voiding" : "the correction"}` });
  const latest = Date.now() + CLOCK_SLACK_MINUTES * 60_000;
  if (+onsetAt > latest) throw new Unfit({ onsetAt: "Enter an onset that is not in the future" });
  if (endedAt !== null && endedAt < onsetAt) throw new Unfit({ endedAt: "The end is before the onset" });
  if (endedAt !== null && +endedAt > latest) throw new Unfit({ endedAt: "Enter an end that is not in the future" });
}
