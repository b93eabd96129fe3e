// Forms that were begun and not saved, of every kind but new questionnaires (drafts.ts): what stands in their fields, as the page reads
// it, for its person alone. Of two that arrive the one of the higher step counts; one that was saved or emptied stays as a row
// without fields, so that what arrives late does not come back.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { BegunFound, BegunKept, BegunSave } from "@/lib/schemas/begun";
import { opened, placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { audit, inOwnScope } from "./scope";

/** Nobody leaves so many unfinished; the oldest go. */
export const mostBegun = 300;
const longestDays = 90;

export function saveBegun(viewer: Viewer, { name, step, entered }: BegunSave): Promise<BegunKept> {
  const { userId, organisation } = viewer;
  const sealed = entered && sealText(entered, placeOf("BegunForm", "entered", { userId, name }));
  return inOwnScope(viewer, async (tx) => {
    const [written] = await tx.$queryRaw<{ made: boolean }[]>`
      INSERT INTO begun_form AS f (organisation_id, user_id, name, step, entered, at) VALUES (${organisation.id}::uuid, ${userId}::uuid, ${name}, ${step}::bigint, ${sealed}, now())
      ON CONFLICT (user_id, name) DO UPDATE SET step = excluded.step, entered = excluded.entered, at = excluded.at WHERE f.step < excluded.step RETURNING xmax = 0 AS made`;
    if (!written) {
      const [stored] = await tx.$queryRaw<{ step: number; entered: string | null; ageMs: number }[]>`
        SELECT f.step::float8 AS step, ${opened("BegunForm", "entered", "f")} AS entered, (extract(epoch FROM clock_timestamp() - f.at) * 1000)::float8 AS "ageMs" FROM begun_form f WHERE f.user_id = ${userId}::uuid AND f.name = ${name}`;
      return { step: stored!.step, ageMs: stored!.ageMs, kept: stored!.step === step && stored!.entered === entered };
    }
    if (written.made) {
      if (entered !== null) await audit(tx, viewer, "drafted", { subject: "begun_form" });
      await tx.$executeRaw`
        DELETE FROM begun_form WHERE user_id = ${userId}::uuid AND (at < now() - make_interval(days => ${longestDays})
          OR name IN (SELECT name FROM begun_form WHERE user_id = ${userId}::uuid ORDER BY at DESC, name OFFSET ${mostBegun}::int))`;
    }
    return { step, ageMs: 0, kept: true };
  });
}

export function readBegun(viewer: Viewer, names: readonly string[]): Promise<BegunFound[]> {
  return inOwnScope(viewer, (tx) => tx.$queryRaw`
    SELECT f.name, f.step::float8 AS step, ${opened("BegunForm", "entered", "f")} AS entered FROM begun_form f
    WHERE f.user_id = ${viewer.userId}::uuid AND f.organisation_id = ${viewer.organisation.id}::uuid AND f.name = ANY (${[...names]}::text[])`);
}
