// What follows from the records of thousands of patients: said to be outdated in the transaction that changes them, so that
// nobody reads it as true, and derived anew afterwards a few at a time. Deriving locks each patient, and the locks of one
// transaction are few.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { deriveFacts } from "../facts";
import { inPlainScope } from "../scope";

const atOnce = 200;

export async function outdateFacts(tx: PlainTx, patients: ReadonlySet<string>): Promise<readonly string[]> {
  const ids = [...patients];
  await tx.$executeRaw`UPDATE patient_fact SET basis = '' WHERE patient_id = ANY (${ids}::uuid[])`;
  return ids;
}

export async function renewFacts(viewer: Viewer, patientIds: readonly string[]): Promise<void> {
  for (let at = 0; at < patientIds.length; at += atOnce) await inPlainScope(viewer, (tx) => deriveFacts(tx, viewer.organisation, ...patientIds.slice(at, at + atOnce)));
}
