// A group's figures for whoever may ask: a clinician of the patients of their own teams, a researcher of the whole clinic. A
// researcher sees no single patient and no group of fewer than five; an export says what was asked, by which rule, when and of what version.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { cohort } from "@/lib/cohort/cohort";
import type { CohortQuestion } from "@/lib/cohort/definition";
import { flow } from "@/lib/cohort/flow";
import type { Blankable } from "@/lib/cohort/blank";
import type { CohortResult } from "@/lib/cohort/result";
import type { CohortRow } from "@/lib/cohort/row";
import { tally } from "@/lib/cohort/tally";
import { withholdSmallCells } from "@/lib/cohort/withhold";
import { calendarDay } from "@/lib/course/calendar";
import type { CohortAsk, CohortExport, CohortFile } from "@/lib/schemas/cohort";
import { Prisma } from "@/prisma/generated/client";
import { comparisonOf, effectsCsv, type CohortComparison } from "./cohort-comparison";
import { cohortCsv } from "./cohort-csv";
import { headOf, questionOf } from "./cohort-question";
import { readCohortRows } from "./cohort-rows";
import { audit, inPlainScope, theirFactsSql } from "./scope";

/** One patient's scores as the page draws them behind the mean: [week, total], without anything that names the patient. */
export type CohortLine = readonly (readonly [week: number, total: number])[];

/** A researcher's have blanks, and say which. */
export type ShownResult = Blankable<CohortResult> & { readonly withheld?: readonly string[] };

export interface CohortView {
  result: ShownResult;
  /** Some of the patients counted; none for a researcher. */
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
  const { rows, teams } = await gather(viewer, ask, "listed");
  const question = questionOf(ask, viewer.organisation.settings);
  const deidentified = may(viewer, "research");
  const result = resultFor(viewer, question, rows);
  const protocols = [...new Set(rows.flatMap(({ protocol }) => protocol ?? []))].toSorted();
  const comparison = comparisonOf(ask, { question, rows, teams, result, forResearch: deidentified });
  return { result, lines: deidentified ? [] : linesOf(question, rows), comparison, protocols, teams, deidentified };
}

/** Whoever takes figures away has just confirmed who they are. Single scores are a clinician's alone. */
export async function exportCohort(viewer: Viewer, { ask, as }: CohortExport): Promise<CohortFile> {
  await requireFresh(viewer);
  const { settings, timeZone } = viewer.organisation;
  const { rows, teams } = await gather(viewer, ask, "exported");
  const question = questionOf(ask, settings);
  const head = headOf(calendarDay(new Date(), timeZone));
  const result = resultFor(viewer, question, rows);
  const name = `cohort-${question.measure.id}-${head.date}`;
  if (as === "json") return { name: `${name}.json`, type: "application/json", text: JSON.stringify({ ...head, ...result }, null, 2) };
  const forResearch = may(viewer, "research");
  if (as === "effects") return { name: "effects.csv", type: "text/csv", text: effectsCsv(head, result, comparisonOf(ask, { question, rows, teams, result, forResearch })) };
  return { name: `${name}.csv`, type: "text/csv", text: cohortCsv(head, result, forResearch ? null : { question, rows }) };
}

function resultFor(viewer: Viewer, question: CohortQuestion, rows: readonly CohortRow[]): ShownResult {
  const result = cohort(question, tally(question, rows));
  return may(viewer, "research") ? withholdSmallCells(result) : result;
}

async function gather(viewer: Viewer, ask: CohortAsk, act: "listed" | "exported") {
  const { organisation, userId } = viewer;
  const research = may(viewer, "research");
  const scope = research ? Prisma.sql`f.organisation_id = ${organisation.id}::uuid` : theirFactsSql(viewer);
  const { measure, recall } = questionOf(ask, organisation.settings).definition;
  return inPlainScope(viewer, async (tx) => {
    await audit(tx, viewer, act, { subject: "cohort" });
    const rows = await readCohortRows(tx, scope, { measure, recall }, new Date());
    const teams = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT t.id, t.name FROM care_team t WHERE t.organisation_id = ${organisation.id}::uuid
        AND (${research} OR EXISTS (SELECT FROM care_team_member m WHERE m.team_id = t.id AND m.user_id = ${userId}::uuid AND m.left_at IS NULL)) ORDER BY t.name`;
    return { rows, teams };
  });
}

function linesOf({ definition }: CohortQuestion, rows: readonly CohortRow[]): CohortLine[] {
  const { counted } = flow(definition, rows);
  return counted
    .toSorted((a, b) => (a.row.courseId < b.row.courseId ? -1 : 1))
    .slice(0, linesDrawn)
    .map(({ scores }) => scores.map(({ localDay, total }) => [localDay / 7, total] as const));
}
