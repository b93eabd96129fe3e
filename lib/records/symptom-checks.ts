// Whether there were psychotic or manic symptoms, asked at the end of each dosing session and at every visit.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CheckSave } from "@/lib/schemas/dosing";
import { Unfit } from "./problems";
import { following, onceMore } from "./repeat";
import { audit, inScope, refuse, theirs } from "./scope";

/** Of any session of the viewer's patients: a visit asks as a dose does. */
export async function saveSymptomCheck(viewer: Viewer, sessionId: string, given: CheckSave): Promise<{ number: number }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const session = await tx.courseSession.findFirst({ where: { id: sessionId, patient: theirs(viewer) } });
      if (!session) return refuse({ subject: "course_session", subjectId: sessionId });
      const { key, number: known, psychotic, manic, note } = given;
      const newest = await tx.symptomCheck.findFirst({ where: { sessionId }, orderBy: { number: "desc" } });
      const { number, repeat } = await following(newest, known, () => tx.symptomCheck.findFirst({ where: { sessionId, key }, select: { number: true } }), (now) => ({
        fields: { psychotic: now.psychotic, manic: now.manic, note: now.note ?? "" },
        known: { number: now.number },
      }));
      if (repeat) return { number };
      if ((psychotic || manic) && note === "") throw new Unfit({ note: "Write what was seen and what was done" });
      const { patientId, organisationId } = session;
      await tx.symptomCheck.create({ data: { sessionId, number, patientId, organisationId, psychotic, manic, note: note || null, key, byId: viewer.userId } });
      await audit(tx, viewer, number === 1 ? "recorded" : "changed", { patientId, subject: "symptom_check", subjectId: sessionId });
      return { number };
    }),
  );
}
