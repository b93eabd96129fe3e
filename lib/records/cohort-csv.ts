// A group as a file that a spreadsheet and R read: what was asked, in lines that begin with #, then one row for each score of each
// patient counted, numbered from 1, or the figures by window where no single patient may be shown. docs/COHORT.md describes both.
import { UNCONTROLLED } from "@/lib/cohort/result";
import { flow } from "@/lib/cohort/flow";
import type { CohortQuestion } from "@/lib/cohort/definition";
import type { CohortRow } from "@/lib/cohort/row";
import { csvLine, remarkLine } from "@/lib/csv";
import type { ShownResult } from "./cohort";
import type { CohortHead } from "./cohort-question";

export function cohortCsv(head: CohortHead, result: ShownResult, single: { question: CohortQuestion; rows: readonly CohortRow[] } | null): string {
  const { definition, rule } = result;
  const said = [
    UNCONTROLLED,
    `Courseline ${head.version}, ${head.date}`,
    `definition ${JSON.stringify(definition)}`,
    `rule ${rule === null ? "none" : `${rule.name}; ${rule.source}`}`,
    `flow ${result.flow.all ?? "withheld"} courses, ${result.flow.leftOut.map(({ reason, n }) => `${reason} ${n ?? "withheld"}`).join(", ")}, counted ${result.flow.counted ?? "withheld"}`,
  ].map(remarkLine);
  return [...said, ...(single === null ? figures(result) : scores(single))].join("");
}

function scores({ question, rows }: { question: CohortQuestion; rows: readonly CohortRow[] }): string[] {
  const { measure, definition } = question;
  const clusters = measure.clusters.map(({ id }) => id);
  const items = measure.items.map(({ number }) => number);
  const head = ["patient", "status", "measure", "recall", "window", "local_day", "baseline", "total", ...clusters.map((id) => `cluster_${id}`), ...items.map((number) => `item_${number}`)];
  const { counted } = flow(definition, rows);
  const lines = counted.toSorted((a, b) => (a.row.courseId < b.row.courseId ? -1 : 1)).flatMap(({ row, baseline, scores: own }, index) =>
    own.map((score) => [
      index + 1, row.status, score.measure, score.recall, score.window, score.localDay, baseline.total, score.total,
      ...clusters.map((id) => score.clusters[id] ?? null), ...items.map((_, place) => score.ratings[place] ?? null),
    ]),
  );
  return [head, ...lines].map(csvLine);
}

function figures({ windows, change, effects, completeness }: ShownResult): string[] {
  const head = ["window", "n", "mean", "sd", "lower", "upper", "change_n", "change_mean", "change_sd", "change_lower", "change_upper", "r", "smcr", "smcr_se", "smcc", "smcc_se", "due", "scored"];
  const lines = windows.map(({ window, n, mean, sd, interval }) => {
    const moved = change.find((each) => each.window === window);
    const sizes = effects.find((each) => each.window === window);
    const due = completeness.find((each) => each.window === window);
    return [
      window, n, mean, sd, interval?.lower ?? null, interval?.upper ?? null, moved?.n ?? null, moved?.mean ?? null, moved?.sd ?? null, moved?.interval?.lower ?? null, moved?.interval?.upper ?? null, moved?.r ?? null,
      sizes?.byBaseline?.yi ?? null, sizes?.byBaseline?.sei ?? null, sizes?.byChange?.yi ?? null, sizes?.byChange?.sei ?? null, due?.due ?? null, due?.scored ?? null,
    ];
  });
  return [head, ...lines].map(csvLine);
}
