// Before an import begins: that it is not here already, and that it is its turn. An import keeps a connection and a processor for as
// long as it takes, so a person has one under way and the installation two, whichever process they are in.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { Busy, Stale } from "../problems";
import type { Imported } from "./import";

const atOnce = 2;

/** Until the transaction ends. */
export async function takeTurn(tx: PlainTx, { userId }: Viewer): Promise<void> {
  if (await free(tx, `import of ${userId}`)) {
    for (let slot = 1; slot <= atOnce; slot += 1) if (await free(tx, `import ${slot}`)) return;
  }
  throw new Busy("Another import is under way. Try again when it is done; nothing of this one was stored.");
}

async function free(tx: PlainTx, what: string): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${what}, 0)) AS mine`;
  return lock?.mine === true;
}

/** What came of this very request before; null where it is new. Another under its id is not taken for it. */
export async function storedBefore(tx: PlainTx, id: string, digest: string | null): Promise<Imported | null> {
  const [known] = await tx.$queryRaw<{ counts: Imported["counts"]; same: boolean; undone: boolean; prompts: number }[]>`
    SELECT counts, digest IS NOT DISTINCT FROM ${digest}::text AS same, undone_at IS NOT NULL AS undone,
      (SELECT count(*)::int FROM imported_row i JOIN safety_prompt p ON p.form_id = i.row_id WHERE i.batch_id = import_batch.id AND p.acknowledged_at IS NULL) AS prompts
    FROM import_batch WHERE id = ${id}::uuid`;
  if (!known) return null;
  if (known.undone) throw new Stale("This import was undone since. Open this page again to bring the file in anew; nothing was stored now.");
  if (!known.same) throw new Stale("Other rows were brought in from this page already. Open it again for these; nothing of them was stored.");
  return { counts: known.counts, prompts: known.prompts, repeat: true, stored: true };
}
