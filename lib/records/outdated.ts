// The viewer's patients whose facts were derived by settings that have changed since: whoever looks at a list derives some of them.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { basisOf, deriveFacts } from "./facts";
import { theirFactsSql } from "./scope";

/** So many at a look; a team of most clinics in one. */
const derivedAtOnce = 200;

/** Derived by another basis than the settings of now: an index finds what is below and above it, and not what is different. */
const outdated = (viewer: Viewer): Prisma.Sql => {
  const basis = basisOf(viewer.organisation);
  return Prisma.sql`(f.basis < ${basis} OR f.basis > ${basis})`;
};

export async function countOutdated(tx: PlainTx, viewer: Viewer): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM patient_fact f WHERE ${theirFactsSql(viewer)} AND ${outdated(viewer)}`;
  return found!.count;
}

export async function deriveSomeOutdated(tx: PlainTx, viewer: Viewer): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT f.patient_id AS id FROM patient_fact f WHERE ${theirFactsSql(viewer)} AND ${outdated(viewer)} ORDER BY f.patient_id LIMIT ${derivedAtOnce}`;
  await deriveFacts(tx, viewer.organisation, ...rows.map(({ id }) => id));
}
