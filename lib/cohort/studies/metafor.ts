/**
 * Effects as a table that R's metafor reads: its column names, one row an effect, so that a statistician goes on from
 * here in one line. Numbers are written in full and what is not known as NA.
 */
import type { ForestEntry } from "./forest";
import type { PoolMethod } from "../pooling/pool";

/** Column names; yi, vi, sei, ni and ri are metafor's own (escalc, rma). */
export const METAFOR_COLUMNS = ["study", "yi", "vi", "sei", "ni", "ri", "ri_assumed", "metric", "groups", "outcome", "time", "citation"] as const;

export type MetaforColumn = (typeof METAFOR_COLUMNS)[number];

/** The rows, cells as text, in the order of the columns. Example: of Albott 2018, "Albott 2018", "-33.3" and so on. */
export function metaforRows(entries: readonly ForestEntry[]): readonly (readonly string[])[] {
  return entries.map(({ study, yi, vi, sei, ni, ri, assumedR, metric, groups, measure, time, citation }) => {
    const cells: Readonly<Record<MetaforColumn, string | number | boolean | null>> = {
      study, yi, vi, sei, ni, ri, ri_assumed: assumedR, metric, groups, outcome: measure, time, citation,
    };
    return METAFOR_COLUMNS.map((column) => cellOf(cells[column]));
  });
}

/**
 * The line that repeats the pooled effect of one kind in R. Example: by REML and Hartung and Knapp, 'metafor::rma(yi, vi,
 * data = read.csv("effects.csv", comment.char = "#"), slab = study, subset = groups == "within" & metric == "SMCR" &
 * outcome == "pcl-5", method = "REML", test = "knha")'.
 */
export function metaforLine({ tau, test }: PoolMethod, kind: Pick<ForestEntry, "groups" | "metric" | "measure">): string {
  const tests: Readonly<Record<PoolMethod["test"], string>> = { wald: "z", "hartung-knapp": "knha", "hartung-knapp-ad-hoc": "adhoc" };
  const method = tau === "fixed" ? "FE" : tau;
  const subset = `groups == "${kind.groups}" & metric == "${kind.metric}" & outcome == "${kind.measure}"`;
  return `metafor::rma(yi, vi, data = read.csv("effects.csv", comment.char = "#"), slab = study, subset = ${subset}, method = "${method}", test = "${tests[test]}")`;
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return "NA";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
