// Safety prompts: an answer that calls for a person at once, kept with the patient from the moment it is given, even in
// a draft, until somebody says what was done. A prompt never keeps a form from being saved, and outlives it.
import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { Measure } from "@/lib/measures/measure";
import type { Stored } from "@/lib/measures/recorded";
import { safetyFinding } from "@/lib/measures/safety";
import type { PromptAcknowledge } from "@/lib/schemas/safety-prompt";
import { deriveFacts } from "./facts";
import { Stale } from "./problems";
import type { PlainTx } from "@/lib/db";
import { audit, inScope, refuse, theirs } from "./scope";

/** The prompt of a form that nobody has acknowledged yet. */
export type Safety = { promptId: string } | null;

/** Notes a positive answer, once for each form, and again only where it rises above what has been acknowledged. */
export async function raisePrompt(tx: PlainTx, viewer: Viewer, measure: Measure, form: Stored & { id: string; patientId: string }): Promise<Safety> {
  const { id: formId, patientId } = form;
  if (measure.safety === null) return null;
  const finding = safetyFinding(measure, form);
  const known = await tx.$queryRaw<{ id: string; value: number; open: boolean }[]>`
    SELECT id, value, acknowledged_at IS NULL AS open FROM safety_prompt WHERE form_id = ${formId}::uuid`;
  const open = known.find((prompt) => prompt.open);
  if (finding === null || known.some(({ value }) => value >= finding.value)) return promptOf(open);
  const { value } = finding;
  const count = open
    ? await tx.$executeRaw`UPDATE safety_prompt SET value = ${value} WHERE id = ${open.id}::uuid AND acknowledged_at IS NULL`
    : await tx.$executeRaw`
        INSERT INTO safety_prompt (id, organisation_id, patient_id, form_id, measure, value, raised_by_id)
        VALUES (${randomUUID()}::uuid, ${viewer.organisation.id}::uuid, ${patientId}::uuid, ${formId}::uuid, ${measure.id}, ${value}, ${viewer.userId}::uuid)
        ON CONFLICT DO NOTHING`;
  const now = await openPrompt(tx, formId);
  if (count > 0 && now) {
    await audit(tx, viewer, "prompted", { patientId, subject: "safety_prompt", subjectId: now.promptId });
    await deriveFacts(tx, viewer.organisation, patientId);
  }
  return now;
}

export async function openPrompt(tx: PlainTx, formId: string): Promise<Safety> {
  const [open] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM safety_prompt WHERE form_id = ${formId}::uuid AND acknowledged_at IS NULL`;
  return promptOf(open);
}

const promptOf = (open: { id: string } | undefined): Safety => (open ? { promptId: open.id } : null);

/** The first to say what was done is kept; the same words again change nothing. */
export async function acknowledgePrompt(viewer: Viewer, id: string, { done }: PromptAcknowledge): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    // In an emergency too: whoever acted says what was done.
    const prompt = await tx.safetyPrompt.findFirst({ where: { id, patient: theirs(viewer) } });
    if (!prompt || !may(viewer, "treat")) return refuse({ subject: "safety_prompt", subjectId: id });
    const { patientId } = prompt;
    const { count } = await tx.safetyPrompt.updateMany({ where: { id, acknowledgedAt: null }, data: { acknowledgedAt: new Date(), acknowledgedById: viewer.userId, done } });
    if (count > 0) {
      await audit(tx, viewer, "acknowledged", { patientId, subject: "safety_prompt", subjectId: id });
      await deriveFacts(tx, viewer.organisation, patientId);
      return { patientId };
    }
    const now = await tx.safetyPrompt.findUnique({ where: { id }, select: { done: true } });
    if (now?.done !== done) throw new Stale("Someone has already written what was done. Open the patient again to read it; yours has not been saved.");
    return { patientId };
  });
}
