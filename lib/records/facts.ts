// Facts: what follows from a patient's records and is kept beside them, so that lists and cohorts read it and need not
// work it out. Whoever writes a record that anything follows from derives them in the same transaction, as the last thing
// it does; who reads a list derives those that the clinic's settings have outrun. Nothing else writes the tables.
import { createHash } from "node:crypto";
import type { PlainTx } from "@/lib/db";
import { factsOf } from "./facts-of";
import { readSources } from "./facts-source";
import { differences, factTables, storeFacts, type Derived, type Difference, type FactClinic } from "./facts-tables";

export type { FactClinic } from "./facts-tables";

/** To be raised whenever the same records give other facts than before. */
const FACTS_VERSION = 6;

/** What facts are derived by, beside the records: they hold while it is the same. */
export function basisOf({ timeZone, settings }: FactClinic): string {
  const { measures, rules, ownRules, attention, plans, defaultPlan } = settings;
  return createHash("sha256").update(JSON.stringify([FACTS_VERSION, timeZone, measures, rules, ownRules, attention, plans, defaultPlan])).digest("base64url").slice(0, 22);
}

/** Of the patients of one clinic that whoever asks may see. */
export async function deriveFacts(tx: PlainTx, clinic: FactClinic, ...patientIds: readonly string[]): Promise<void> {
  await lockFacts(tx, patientIds);
  await storeFacts(tx, clinic.id, patientIds, await derive(tx, clinic, patientIds));
}

/** What the tables say otherwise than the records. */
export async function compareFacts(tx: PlainTx, clinic: FactClinic, ...patientIds: readonly string[]): Promise<Difference[]> {
  await lockFacts(tx, patientIds);
  return differences(tx, clinic.id, patientIds, await derive(tx, clinic, patientIds));
}

async function derive(tx: PlainTx, clinic: FactClinic, patientIds: readonly string[]): Promise<Derived> {
  const basis = basisOf(clinic);
  const each = (await readSources(tx, clinic.id, patientIds)).map((source) => factsOf(source, clinic, basis));
  return Object.fromEntries(factTables.map((table) => [table, each.flatMap((derived) => derived[table])])) as Derived;
}

/** Two writes to one patient are derived one after the other, and the second sees what the first wrote. */
export async function lockFacts(tx: PlainTx, patientIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest(${[...patientIds].toSorted()}::text[]) AS id`;
}
