// Half-filled forms. A draft belongs to the person filling it in and to nobody else; its id becomes the assessment's,
// so finishing it twice still stores one. The form counts its changes (`step`), and an older one that arrives late is dropped. Two windows
// can count to the same step: the first to arrive stays, and the other is told that its answers are not what is kept.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import type { DraftSave } from "@/lib/schemas/assessment";
import { Prisma } from "@/prisma/generated/client";
import { checkAnswers, checkOffered, measureNamed } from "./examine";
import { Stale } from "./problems";
import { openPrompt, raisePrompt, type Safety } from "./safety-prompts";
import { audit, inPlainScope, inScope, refuse, theirsSql } from "./scope";

export interface DraftKept {
  savedAt: string;
  /** What is stored now counts so far. */
  step: number;
  /** Whether it is what was sent. */
  kept: boolean;
  safety: Safety;
}

const columns = Prisma.raw("measure, recall, session_id, answered_at, mode, ratings, total");

export async function saveDraft(viewer: Viewer, id: string, given: DraftSave): Promise<DraftKept> {
  const measure = measureNamed(given.measure);
  checkAnswers(measure, given);
  const { patientId, step } = given;
  const fields = Prisma.sql`${measure.id}, ${given.recall}::"Recall", ${given.sessionId}::uuid, ${given.answeredAt}, ${given.mode}::"Mode", ${JSON.stringify(given.ratings)}::jsonb, ${given.total}::integer`;
  return inPlainScope(viewer, async (tx) => {
    const [place] = await tx.$queryRaw<{ saved: boolean }[]>`
      SELECT EXISTS (SELECT FROM assessment a WHERE a.id = ${id}::uuid) AS saved FROM patient p WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!place) return refuse({ patientId, subject: "draft", subjectId: id });
    if (place.saved) throw alreadySaved();
    const now = new Date();
    const count = await tx.$executeRaw`
      UPDATE draft SET (${columns}) = ROW(${fields}), step = ${step}, updated_at = ${now.toISOString()}::timestamptz
      WHERE id = ${id}::uuid AND patient_id = ${patientId}::uuid AND (step < ${step} OR (step = ${step} AND ROW(${columns}) IS NOT DISTINCT FROM ROW(${fields})))`;
    if (count === 0) {
      const [present] = await tx.$queryRaw<{ step: number; updatedAt: number; patientId: string }[]>`
        SELECT step, (extract(epoch FROM updated_at) * 1000)::float AS "updatedAt", patient_id AS "patientId" FROM draft WHERE id = ${id}::uuid`;
      if (present && present.patientId === patientId) {
        return { savedAt: new Date(present.updatedAt).toISOString(), step: present.step, kept: false, safety: await openPrompt(tx, id) };
      }
      if (present) return refuse({ patientId, subject: "draft", subjectId: id });
      checkOffered(viewer, measure);
      await tx.$queryRaw`SELECT ${lockForm(id)}`;
      if (await isSaved(tx, id)) throw alreadySaved();
      const made = await tx.$executeRaw`
        INSERT INTO draft (id, organisation_id, patient_id, user_id, ${columns}, step, updated_at)
        VALUES (${id}::uuid, ${viewer.organisation.id}::uuid, ${patientId}::uuid, ${viewer.userId}::uuid, ${fields}, ${step}, ${now.toISOString()}::timestamptz)
        ON CONFLICT DO NOTHING`;
      if (made === 0) throw new Stale("Another form for this patient is already half filled. Open the patient again to go on with it.");
      await audit(tx, viewer, "drafted", { patientId, subject: "draft", subjectId: id });
    }
    const safety = await raisePrompt(tx, viewer, measure, { id, ...given });
    return { savedAt: now.toISOString(), step, kept: true, safety };
  });
}

/** Until the transaction ends a form is not both begun as a draft and saved. What follows sees what was done before. */
export function lockForm(id: string): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`form ${id}`}, 0))::text AS locked`;
}

async function isSaved(tx: PlainTx, id: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>`SELECT FROM assessment WHERE id = ${id}::uuid`).length > 0;
}

const alreadySaved = () => new Stale("This form has already been saved. Open it from the chart to correct it.", true);

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
