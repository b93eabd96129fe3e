// The caseload: the viewer's patients, a page at a time, as the page and the search show it. Facts kept beside the records choose
// and count (caseload-choice.ts); what each row says is worked out by the textbook from the records, now.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import type { CaseloadAsk, CaseloadPage } from "@/lib/schemas/caseload";
import { choosePatients, namesLike } from "./caseload-choice";
import { readRecords } from "./caseload-records";
import { judged } from "./caseload-row";
import { deriveSomeOutdated } from "./outdated";
import { audit, inGroupScope, inPlainScope } from "./scope";

export const rowsPerPage = 25;

/** Noted as a listing, or as a search. What is out of date is derived, and read once more. */
export async function readCaseload(viewer: Viewer, ask: CaseloadAsk): Promise<CaseloadPage> {
  const note = (tx: PlainTx) => audit(tx, viewer, ask.query === "" ? "listed" : "searched", { subject: "caseload" });
  const read = async (tx: PlainTx) => {
    const exact = await choosePatients(tx, viewer, ask, rowsPerPage);
    const named = exact.counts.all === 0 ? await namesLike(tx, viewer, ask) : [];
    const alike = named.length > 0;
    const choice = { ...(alike ? await choosePatients(tx, viewer, ask, rowsPerPage, named) : exact), alike };
    return { choice, records: await readRecords(tx, viewer, choice.ids), teams: await ownTeams(tx, viewer) };
  };
  let found = await inGroupScope(viewer, note, read);
  if (found.choice.outdated > 0) {
    await inPlainScope(viewer, (tx) => deriveSomeOutdated(tx, viewer));
    found = await inGroupScope(viewer, async () => {}, read);
  }
  const now = new Date();
  const { ids, ...rest } = found.choice;
  const rows = new Map(found.records.map((patient) => [patient.id, judged(patient, viewer.organisation, now)]));
  return { ...rest, teams: found.teams, rows: ids.flatMap((id) => rows.get(id) ?? []) };
}

function ownTeams(tx: PlainTx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT t.id, t.name FROM care_team t JOIN care_team_member m ON m.team_id = t.id
    WHERE m.user_id = ${viewer.userId}::uuid AND m.left_at IS NULL AND t.organisation_id = ${viewer.organisation.id}::uuid ORDER BY t.name`;
}
