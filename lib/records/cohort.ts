// A group's figures for whoever may ask: a clinician of the patients of their own teams, a researcher of the whole clinic. A
// researcher sees no single patient and no group of fewer than five; an export says what was asked, by which rule, when and of what version.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { cohort } from "@/lib/cohort/cohort";
import type { CohortCounts } from "@/lib/cohort/counts";
import type { CohortQuestion } from "@/lib/cohort/definition";
import { tally } from "@/lib/cohort/tally";
import { mayBeAsked } from "@/lib/cohort/research-ask";
import { withholdAll, withholdSmallCells, type WithheldResult } from "@/lib/cohort/withhold";
import { calendarDay } from "@/lib/course/calendar";
import type { PlainTx } from "@/lib/db";
import { cohortAsk, type CohortAsk, type CohortExport, type CohortFile } from "@/lib/schemas/cohort";
import { groupScope, readTeams, type CohortChoices } from "./cohort-choices";
import { comparisonOf, effectsCsv, type CohortComparison } from "./cohort-comparison";
import { cohortCsv } from "./cohort-csv";
import { readCohortCounts, type Counted } from "./cohort-counts";
import type { CohortLine } from "./cohort-lines";
import { headOf, questionOf } from "./cohort-question";
import { readCohortRows } from "./cohort-rows";
import { audit, inGroupScope } from "./scope";
import { enteredStudies } from "./studies";

/** A researcher's have blanks, and say which. */
export type ShownResult = Omit<WithheldResult, "withheld"> & Partial<Pick<WithheldResult, "withheld">>;

export interface CohortView extends CohortChoices {
  result: ShownResult;
  /** Of the patients counted, at most `linesDrawn`; none for a researcher. */
  lines: readonly CohortLine[];
  comparison: CohortComparison;
  /** Whether small groups were withheld. */
  deidentified: boolean;
}

const linesDrawn = 120;

export async function readCohort(viewer: Viewer, ask: CohortAsk): Promise<CohortView> {
  const deidentified = may(viewer, "research");
  const { question, counts, teams, studies, lines, protocols, beside } = await gather(viewer, ask, "listed", { lines: deidentified ? 0 : linesDrawn });
  const result = resultFor(question, counts, beside);
  const comparison = comparisonOf(ask, { question, sites: counts.sites, teams, studies, result, forResearch: deidentified });
  return { result, lines, comparison, protocols, teams, deidentified };
}

/** Whoever takes figures away has just confirmed who they are. Single scores are a clinician's alone. */
export async function exportCohort(viewer: Viewer, { ask, as }: CohortExport): Promise<CohortFile> {
  await requireFresh(viewer);
  const forResearch = may(viewer, "research");
  const { question, counts, teams, studies, rows, beside } = await gather(viewer, ask, "exported", { rows: as === "csv" && !forResearch });
  const head = headOf(calendarDay(new Date(), viewer.organisation.timeZone));
  const result = resultFor(question, counts, beside);
  const name = `cohort-${question.measure.id}-${head.date}`;
  if (as === "json") return { name: `${name}.json`, type: "application/json", text: JSON.stringify({ ...head, ...result }, null, 2) };
  if (as === "effects") return { name: "effects.csv", type: "text/csv", text: effectsCsv(head, result, comparisonOf(ask, { question, sites: counts.sites, teams, studies, result, forResearch })) };
  return { name: `${name}.csv`, type: "text/csv", text: cohortCsv(head, result, rows && { question, rows }) };
}

/** `beside`: what a researcher is not shown, since it is withheld of a group beside this one; null for a clinician. */
function resultFor(question: CohortQuestion, counts: CohortCounts, beside: ReadonlySet<string> | null): ShownResult {
  const result = cohort(question, tally(question, counts));
  if (beside === null) return result;
  return mayBeAsked(question.definition) ? withholdSmallCells(result, beside) : withholdAll(result);
}

/** What is withheld of the groups that differ from a researcher's in what was done; all, where these are too many to look at. */
function withheldBeside(beside: Counted["beside"]): ReadonlySet<string> {
  if (beside === null) return new Set(["all"]);
  const shown = beside.map(({ question, counts }) => cohort(question, tally(question, counts))).filter(({ flow }) => flow.counted > 0);
  return new Set(shown.flatMap((result) => withholdSmallCells(result).withheld));
}

async function gather(viewer: Viewer, ask: CohortAsk, act: "listed" | "exported", { lines = 0, rows = false }: { lines?: number; rows?: boolean }) {
  const research = may(viewer, "research");
  const question = questionOf(ask, viewer.organisation.settings);
  const now = new Date();
  const note = async (tx: PlainTx) => {
    await noteQuestion(tx, ask);
    await audit(tx, viewer, act, { subject: "cohort" });
  };
  return inGroupScope(viewer, note, async (tx) => {
    // All of a health system may take longer than a form, and less than a silent line is waited for (prisma/connect.ts).
    await tx.$queryRaw`SELECT set_config('statement_timeout', '7500', true)`;
    const teams = await readTeams(tx, viewer);
    const scope = groupScope(viewer, teams);
    const studies = await enteredStudies(tx, viewer);
    const found = await readCohortCounts(tx, scope, { question, against: ask.against, now, lines, beside: research && mayBeAsked(question.definition) });
    const beside = research ? withheldBeside(found.beside) : null;
    return { question, teams, studies, ...found, beside, protocols: research ? [] : found.protocols, rows: rows ? await readCohortRows(tx, scope, question.definition, now) : null };
  });
}

/** What was asked, in the line of the trail that says that somebody asked. */
async function noteQuestion(tx: PlainTx, ask: CohortAsk): Promise<void> {
  const plain: Readonly<Record<string, string>> = cohortAsk.parse({});
  const asked = Object.entries(ask).filter(([name, value]) => value !== plain[name]).map(([name, value]) => [`cohort.${name}`, value]);
  const changes = { rows: asked.length, places: { cohort: true }, before: {}, after: Object.fromEntries([["cohort.measure", ask.measure], ...asked]) as object };
  await tx.$queryRaw`SELECT set_config('app.changes', ${JSON.stringify(changes)}, true)`;
}
