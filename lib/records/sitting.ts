// What one sitting needs to know across its forms: what this person left half filled, which forms were saved in it,
// and the answers nobody has said anything about yet. Opening it is noted.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { findPatient, fullName } from "./patients";
import { audit, inScopeOrNull, refuse } from "./scope";

export async function openSitting(viewer: Viewer, patientId: string, saved: readonly string[]) {
  return inScopeOrNull(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId);
    if (!patient) return refuse({ patientId, subject: "sitting" });
    const drafts = await tx.draft.findMany({ where: { patientId, userId: viewer.userId }, orderBy: { updatedAt: "desc" }, select: { id: true, measure: true } });
    const forms = await tx.assessment.findMany({
      where: { id: { in: [...saved] }, patientId, voidedAt: null },
      orderBy: { createdAt: "asc" },
      select: { measure: true, sessionId: true, answeredAt: true, mode: true },
    });
    const prompts = await tx.safetyPrompt.findMany({ where: { patientId, acknowledgedAt: null }, orderBy: { raisedAt: "asc" }, include: { raisedBy: { select: { name: true } } } });
    await audit(tx, viewer, "opened", { patientId, subject: "sitting" });
    return {
      patient: { name: fullName(patient), recordNumber: patient.recordNumber },
      /** The newest first. */
      drafts,
      /** In the order in which they were saved. */
      forms,
      prompts: prompts.map(({ raisedBy, ...prompt }) => ({ ...prompt, raisedBy: raisedBy.name })),
    };
  });
}
