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
}

export async function recordAct(db: Pick<Prisma.TransactionClient, "$executeRaw">, act: Act): Promise<void> {
  await db.$executeRaw`
    INSERT INTO audit_event (organisation_id, user_id, action, patient_id, subject, subject_id, address, request_id)
    VALUES (${act.organisationId}::uuid, ${act.userId}::uuid, ${act.action}, ${act.patientId ?? null}::uuid,
            ${act.subject ?? null}, ${act.subjectId ?? null}::uuid, ${act.address}, ${act.requestId})`;
}
