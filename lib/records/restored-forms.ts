// Restoring a voided form: it counts again as it stood, by a revision of its own with a reason. A voided form is out of every score
// and chart, so bringing one back changes what is shown of the patient: it takes who treats them, and who showed just now who they are.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import type { Viewer } from "@/lib/auth/viewer";
import type { RestoreSave } from "@/lib/schemas/assessment";
import type { Assessment } from "@/prisma/generated/client";
import { asItStands, findAssessment, revise, revisionThere } from "./assessments";
import { measureNamed } from "./examine";
import { deriveFacts } from "./facts";
import { Stale } from "./problems";
import { onceMore } from "./repeat";
import { openPrompt, raisePrompt, type Safety } from "./safety-prompts";
import { inScope, refuse, theirs, type Tx } from "./scope";

export async function restoreAssessment(viewer: Viewer, id: string, given: RestoreSave): Promise<{ patientId: string; safety: Safety }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id, { patient: theirs(viewer, "treat") });
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      await requireFresh(viewer);
      if (await revisionThere(tx, id, given.key)) return { patientId, safety: await openPrompt(tx, id) };
      if (present.voidedAt === null) throw new Stale("This form is not voided: it counts already.");
      if (present.revision !== given.revision) throw new Stale();
      if (await standsInItsPlace(tx, present)) throw new Stale("Another form of the same measure, period and time stands in its place. Void that one first, or leave this one voided.");
      const fields = asItStands(present);
      await revise(tx, viewer, present, given, "restored", fields);
      // Voiding leaves a prompt open. What nobody has been asked about yet, because the form came in voided or from a file, is asked now.
      const safety = await raisePrompt(tx, viewer, measureNamed(present.measure), { id, patientId, ...fields });
      await deriveFacts(tx, viewer.organisation, patientId);
      return { patientId, safety };
    }),
  );
}

/** What an import takes for the same form (import/assessments.ts). */
async function standsInItsPlace(tx: Tx, { id, patientId, measure, recall, answeredAt }: Assessment): Promise<boolean> {
  return (await tx.assessment.count({ where: { id: { not: id }, patientId, measure, recall, answeredAt, voidedAt: null } })) > 0;
}
