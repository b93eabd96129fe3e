// A group's figures for whoever may ask: a clinician of the patients of their own teams, a researcher of the whole clinic. A
// researcher sees no single patient and no group of fewer than five; an export says what was asked, by which rule, when and of what version.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { cohort } from "@/lib/cohort/cohort";
import type { CohortCounts } from "@/lib/cohort/counts";
import type { CohortQuestion } from "@/lib/cohort/definition";
import type { Blankable } from "@/lib/cohort/blank";
import type { CohortResult } from "@/lib/cohort/result";
import { tally } from "@/lib/cohort/tally";
import { withholdSmallCells } from "@/lib/cohort/withhold";
import { calendarDay } from "@/lib/course/calendar";
import type { PlainTx } from "@/lib/db";
import type { CohortAsk, CohortExport, CohortFile } from "@/lib/schemas/cohort";
import { Prisma } from "@/prisma/generated/client";
import { comparisonOf, effectsCsv, type CohortComparison } from "./cohort-comparison";
import { cohortCsv } from "./cohort-csv";
import { readCohortCounts, type CohortLine } from "./cohort-counts";
import { headOf, questionOf } from "./cohort-question";
import { readCohortRows } from "./cohort-rows";
import { audit, inGroupScope, theirFactsSql } from "./scope";

/** A researcher's have blanks, and say which. */
export type ShownResult = Blankable<CohortResult> & { readonly withheld?: readonly string[] };

export interface CohortView {
  result: ShownResult;
  /** Of the patients counted, at most `linesDrawn`; none for a researcher. */
  lines: readonly CohortLine[];
  /** What there is to choose from. */
  protocols: readonly string[];
  teams: readonly { id: string; name: string }[];
  comparison: CohortComparison;
  /** Whether small groups were withheld. */
  deidentified: boolean;
}

const linesDrawn = 120;

export async function readCohort(viewer: Viewer, ask: CohortAsk): Promise<CohortView> {
  const deidentified = may(viewer, "research");
  const { question, counts, teams, lines, protocols } = await gather(viewer, ask, "listed", { lines: deidentified ? 0 : linesDrawn });
  const result = resultFor(viewer, question, counts);
  const comparison = comparisonOf(ask, { question, sites: counts.sites, teams, result, forResearch: deidentified });
  return { result, lines, comparison, protocols, teams, deidentified };
}

/** Whoever takes figures away has just confirmed who they are. Single scores are a clinician's alone. */
export async function exportCohort(viewer: Viewer, { ask, as }: CohortExport): Promise<CohortFile> {
  await requireFresh(viewer);
  const forResearch = may(viewer, "research");
  const { question, counts, teams, rows } = await gather(viewer, ask, "exported", { rows: as === "csv" && !forResearch });
  const head = headOf(calendarDay(new Date(), viewer.organisation.timeZone));
  const result = resultFor(viewer, question, counts);
  const name = `cohort-${question.measure.id}-${head.date}`;
  if (as === "json") return { name: `${name}.json`, type: "application/json", text: JSON.stringify({ ...head, ...result }, null, 2) };
  if (as === "effects") return { name: "effects.csv", type: "text/csv", text: effectsCsv(head, result, comparisonOf(ask, { question, sites: counts.sites, teams, result, forResearch })) };
  return { name: `${name}.csv`, type: "text/csv", text: cohortCsv(head, result, rows && { question, rows }) };
}

function resultFor(viewer: Viewer, question: CohortQuestion, counts: CohortCounts): ShownResult {
  const result = cohort(question, tally(question, counts));
  return may(viewer, "research") ? withholdSmallCells(result) : result;
}

async function gather(viewer: Viewer, ask: CohortAsk, act: "listed" | "exported", { lines = 0, rows = false }: { lines?: number; rows?: boolean }) {
  const { organisation, userId } = viewer;
  const research = may(viewer, "research");
  const scope = research ? Prisma.sql`f.organisation_id = ${organisation.id}::uuid` : theirFactsSql(viewer);
  const question = questionOf(ask, organisation.settings);
  const now = new Date();
  const note = (tx: PlainTx) => audit(tx, viewer, act, { subject: "cohort" });
  return inGroupScope(viewer, note, async (tx) => {
    // All of a health system may take longer than a form, and less than a silent line is waited for (prisma/connect.ts).
    await tx.$queryRaw`SELECT set_config('statement_timeout', '7500', true)`;
    const teams = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT t.id, t.name FROM care_team t WHERE t.organisation_id = ${organisation.id}::uuid
        AND (${research} OR EXISTS (SELECT FROM care_team_member m WHERE m.team_id = t.id AND m.user_id = ${userId}::uuid AND m.left_at IS NULL)) ORDER BY t.name`;
    const found = await readCohortCounts(tx, scope, { question, against: ask.against, now, lines });
    return { question, teams, ...found, rows: rows ? await readCohortRows(tx, scope, question.definition, now) : null };
  });
}
