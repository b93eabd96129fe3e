// Views of the caseload that a person keeps under a name: filters and order, never the search, which holds names. A view is its
// maker's alone, in the query and again in the database.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { keptView, type SavedView, type ViewSave } from "@/lib/schemas/caseload";
import { Unfit } from "./problems";
import { audit, inPlainScope, refuse } from "./scope";

export const mostViews = 20;

export function readViews(viewer: Viewer): Promise<SavedView[]> {
  return inPlainScope(viewer, (tx) => listed(tx, viewer));
}

/** Makes it, or changes it; the same again changes nothing. Answers with all of them, as they are now. */
export async function saveView(viewer: Viewer, id: string, { name, view }: ViewSave): Promise<SavedView[]> {
  const { userId, organisation } = viewer;
  return inPlainScope(viewer, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views of ${userId}`}, 0))`;
    const own = await listed(tx, viewer);
    if (own.some((each) => each.id !== id && each.name === name)) throw new Unfit({ name: "You have a view of that name. Choose another" });
    const json = JSON.stringify(view);
    if (own.some((each) => each.id === id)) {
      const changed = await tx.$executeRaw`
        UPDATE saved_view SET name = ${name}, view = ${json}::jsonb WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND (name, view) IS DISTINCT FROM (${name}, ${json}::jsonb)`;
      if (changed > 0) await audit(tx, viewer, "changed", { subject: "saved_view", subjectId: id });
      return listed(tx, viewer);
    }
    if (own.length >= mostViews) throw new Unfit({ name: `You have ${mostViews} views already. Remove one first` });
    const made = await tx.$executeRaw`
      INSERT INTO saved_view (id, organisation_id, user_id, name, view) VALUES (${id}::uuid, ${organisation.id}::uuid, ${userId}::uuid, ${name}, ${json}::jsonb) ON CONFLICT (id) DO NOTHING`;
    if (made === 0) return refuse({ subject: "saved_view", subjectId: id });
    await audit(tx, viewer, "created", { subject: "saved_view", subjectId: id });
    return listed(tx, viewer);
  });
}

/** What is gone is removed: somebody else's, or nobody's, is answered alike. */
export async function removeView(viewer: Viewer, id: string): Promise<SavedView[]> {
  return inPlainScope(viewer, async (tx) => {
    const gone = await tx.$executeRaw`DELETE FROM saved_view WHERE id = ${id}::uuid AND user_id = ${viewer.userId}::uuid`;
    if (gone > 0) await audit(tx, viewer, "removed", { subject: "saved_view", subjectId: id });
    return listed(tx, viewer);
  });
}

/** A stored one that no longer fits is shown as the first view, so that it can still be removed. */
async function listed(tx: PlainTx, { userId, organisation }: Viewer): Promise<SavedView[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; view: unknown }[]>`
    SELECT id, name, view FROM saved_view WHERE organisation_id = ${organisation.id}::uuid AND user_id = ${userId}::uuid ORDER BY lower(name), name`;
  return rows.map(({ id, name, view }) => ({ id, name, view: keptView.catch(keptView.parse({})).parse(view) }));
}
