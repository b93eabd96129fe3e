import { route } from "@/app/api/answer";
import { discardDraft, saveDraft } from "@/lib/records/drafts";
import { draftSave } from "@/lib/schemas/assessment";

export const PUT = route("care", draftSave, async ({ viewer, id, body }) => ({ data: await saveDraft(viewer, id, body) }));

export const DELETE = route("care", null, async ({ viewer, id }) => {
  const { patientId } = await discardDraft(viewer, id);
  return { data: { href: patientId ? `/patients/${patientId}` : "/caseload" } };
});
