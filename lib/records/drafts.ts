// Half-filled forms. A draft belongs to the person filling it in and to nobody else; its id becomes the assessment's,
// so finishing it twice still stores one. The form counts its changes (`step`), and an older one that arrives late is dropped. Two windows
// can count to the same step: the first to arrive stays, and the other is told that its answers are not what is kept.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { DraftSave } from "@/lib/schemas/assessment";
import type { Prisma } from "@/prisma/generated/client";
import { checkAnswers, checkOffered, measureNamed } from "./examine";
import { findPatient } from "./patients";
import { Stale } from "./problems";
import { openPrompt, raisePrompt, type Safety } from "./safety-prompts";
import { audit, inScope, refuse } from "./scope";

export interface DraftKept {
  savedAt: string;
  /** What is stored now counts so far. */
  step: number;
  /** Whether it is what was sent. */
  kept: boolean;
  safety: Safety;
}

export async function saveDraft(viewer: Viewer, id: string, given: DraftSave): Promise<DraftKept> {
  const measure = measureNamed(given.measure);
  checkAnswers(measure, given);
  const { patientId, step, ...fields } = given;
  return inScope(viewer, async (tx) => {
    if (!(await findPatient(tx, viewer, patientId))) return refuse({ patientId, subject: "draft", subjectId: id });
    if (await tx.assessment.findUnique({ where: { id }, select: { id: true } })) {
      throw new Stale("This form has already been saved. Open it from the chart to correct it.");
    }
    const now = new Date();
    const { count } = await tx.draft.updateMany({
      where: { id, patientId, OR: [{ step: { lt: step } }, { ...fields, ratings: { equals: fields.ratings as Prisma.InputJsonValue }, step }] },
      data: { ...fields, step, updatedAt: now },
    });
    if (count === 0) {
      const present = await tx.draft.findUnique({ where: { id }, select: { step: true, updatedAt: true, patientId: true } });
      if (present && present.patientId === patientId) {
        return { savedAt: present.updatedAt.toISOString(), step: present.step, kept: false, safety: await openPrompt(tx, id) };
      }
      if (present) return refuse({ patientId, subject: "draft", subjectId: id });
      checkOffered(viewer, measure);
      const { count: made } = await tx.draft.createMany({
        data: [{ id, patientId, step, ...fields, organisationId: viewer.organisation.id, userId: viewer.userId, updatedAt: now }],
        skipDuplicates: true,
      });
      if (made === 0) throw new Stale("Another form for this patient is already half filled. Open the patient again to go on with it.");
      await audit(tx, viewer, "drafted", { patientId, subject: "draft", subjectId: id });
    }
    const safety = await raisePrompt(tx, viewer, measure, { id, ...given });
    return { savedAt: now.toISOString(), step, kept: true, safety };
  });
}

/** Idempotent: a draft that is gone is discarded. */
export async function discardDraft(viewer: Viewer, id: string): Promise<{ patientId: string | null }> {
  return inScope(viewer, async (tx) => {
    const draft = await tx.draft.findFirst({ where: { id, userId: viewer.userId } });
    if (!draft) return { patientId: null };
    await tx.draft.delete({ where: { id } });
    await audit(tx, viewer, "discarded", { patientId: draft.patientId, subject: "draft", subjectId: id });
    return { patientId: draft.patientId };
  });
}

export function ratingsFrom(json: Prisma.JsonValue): (number | null)[] {
  return json as (number | null)[];
}
