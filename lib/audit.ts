// The audit line: who did what, to whose record, from where. Written in the same transaction as the act itself; the database adds
// its clock, the person's roles and what the act changed, and refuses any change afterwards (prisma/migrations, trail_guard).
import "server-only";
import type { Action } from "@/lib/trail/actions";
import type { Prisma } from "@/prisma/generated/client";

export interface Act {
  action: Action;
  organisationId: string | null;
  userId: string | null;
  patientId?: string | null;
  subject?: string;
  subjectId?: string;
  address: string | null;
  requestId: string;
  /** Of a look, what it came to, by name; no write may come before it in its transaction. */
  figures?: Readonly<Record<string, string | number>>;
}

export async function recordAct(db: Pick<Prisma.TransactionClient, "$executeRaw">, act: Act): Promise<void> {
  if (act.figures) await db.$executeRaw`SELECT set_config('app.changes', ${JSON.stringify({ rows: 1, places: {}, before: {}, after: act.figures })}, true)`;
  await db.$executeRaw`
    INSERT INTO audit_event (organisation_id, user_id, action, patient_id, subject, subject_id, address, request_id)
    VALUES (${act.organisationId}::uuid, ${act.userId}::uuid, ${act.action}, ${act.patientId ?? null}::uuid,
            ${act.subject ?? null}, ${act.subjectId ?? null}::uuid, ${act.address}, ${act.requestId})`;
}
