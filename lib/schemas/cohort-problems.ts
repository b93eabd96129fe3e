// What is wrong with a group as the command line asks for it: there is no list to choose from, so the values are named.
import type { z } from "zod";
import { measures } from "@/lib/measures/measures";

type Issue = z.core.$ZodIssue;

/** One line for each. Example: of --recall foo, "--recall: use year, month, fortnight, week, day, moment or unstated". */
export function askProblems(issues: readonly Issue[]): string[] {
  return issues.map((issue) => `--${issue.path.join(".")}: ${words(issue)}`);
}

function words(issue: Issue): string {
  if (issue.path[0] === "team") return "a team is given by its id, as the cohort page has it in its address (team=…)";
  const values = issue.path[0] === "measure" ? measures.map(({ id }) => id) : valuesOf(issue);
  return values.length === 0 ? issue.message : `use ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(values)}`;
}

function valuesOf(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String).filter((value) => value !== "");
  return issue.code === "invalid_union" ? issue.errors.flat().flatMap(valuesOf) : [];
}
