// One's own teams beside published studies: for the page as forests, for R as a table with metafor's column names.
import { UNCONTROLLED } from "@/lib/cohort/result";
import type { SiteSums } from "@/lib/cohort/counts";
import type { CohortQuestion } from "@/lib/cohort/definition";
import type { Study } from "@/lib/cohort/studies/study";
import { STARTING_METHOD } from "@/lib/cohort/pooling/pool";
import { compare, type Compared } from "@/lib/cohort/studies/compare";
import { RESEARCH_FILTERS } from "@/lib/cohort/research-ask";
import { METAFOR_COLUMNS, metaforRows } from "@/lib/cohort/studies/metafor";
import { siteEntries } from "@/lib/cohort/studies/sites";
import { csvLine, remarkLine } from "@/lib/csv";
import type { CohortAsk } from "@/lib/schemas/cohort";
import type { ShownResult } from "./cohort";
import type { CohortHead } from "./cohort-question";

export interface CohortComparison {
  readonly window: CohortAsk["against"];
  readonly kinds: readonly Compared[];
  /** Teams withheld from a researcher. */
  readonly withheld: readonly string[];
}

interface Own {
  question: CohortQuestion;
  /** In the window that is compared. */
  sites: readonly SiteSums[];
  teams: readonly { id: string; name: string }[];
  studies: readonly Study[];
  /** As shown: a window withheld there is withheld here. */
  result: ShownResult;
  forResearch: boolean;
}

export function comparisonOf(ask: CohortAsk, { question, sites, teams, studies, result, forResearch }: Own): CohortComparison {
  const window = ask.against;
  // A part of the teams' patients, beside all of them, would tell of the rest: teams stand beside each other for all alone.
  const part = RESEARCH_FILTERS.some((name) => question.definition.filters[name] !== null);
  const blank = forResearch && (part || result.windows.find((each) => each.window === window)?.n == null);
  const own = blank ? { entries: [], withheld: teams.map(({ name }) => name) } : siteEntries(question, sites, teams, { window, forResearch });
  const kinds = compare(own.entries, studies, question.measure.id, { ...STARTING_METHOD, tau: ask.tau, test: ask.interval });
  return { window, kinds, withheld: own.withheld };
}

/** Lines that begin with # say what it is; R reads past them with comment.char = "#". */
export function effectsCsv(head: CohortHead, { definition }: ShownResult, { window, kinds }: CohortComparison): string {
  const said = [UNCONTROLLED, `Courseline ${head.version}, ${head.date}`, `definition ${JSON.stringify(definition)}, own teams at ${window}`, ...kinds.map(({ line }) => line)];
  const lines = metaforRows(kinds.flatMap(({ rows }) => rows)).map((row) => csvLine(row));
  return [...said.map(remarkLine), csvLine([...METAFOR_COLUMNS]), ...lines].join("");
}
