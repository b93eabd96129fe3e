/**
 * What a researcher may ask by. Small cells are withheld in each answer (withhold.ts), but two answers about groups that
 * differ by a few patients tell of those few by subtraction. So a researcher chooses a group by what was done and by
 * nothing that could be moved past one patient after another: no dates, no range of baselines, no team, no name of a
 * plan, not only those who completed. Of what was done, a group is shown only where each group that differs from it in
 * nothing else could be shown as well, and a figure only where it could be shown for each of them: what is left of the
 * whole, or of any sum of these groups, is then never a small cell. Asking again after a patient has come is not
 * prevented by this; each question is in the trail.
 */
import type { CohortDefinition, CohortFilters } from "./definition";

/** The filters a researcher may use. */
export const RESEARCH_FILTERS = ["therapy", "medicine", "route"] as const;

export type Treatment = Pick<CohortFilters, (typeof RESEARCH_FILTERS)[number]>;

/** More groups than these beside one are too many to look at for one answer. */
export const MOST_BESIDE = 24;

/** Whether nothing else is asked for. Example: medicine ketamine alone may be asked; with a team it may not. */
export function mayBeAsked({ population, filters }: CohortDefinition): boolean {
  const others = Object.entries(filters).filter(([name]) => !(RESEARCH_FILTERS as readonly string[]).includes(name));
  return population === "all" && others.every(([, value]) => value === null);
}

/**
 * The groups that differ from the one asked for in the filters it uses, out of the treatments there are. Example: asked
 * for medicine ketamine where courses had ketamine, esketamine or none, they are esketamine and none; asked for nothing,
 * none.
 */
export function groupsBeside({ filters }: CohortDefinition, there: readonly Treatment[]): readonly Treatment[] {
  const used = RESEARCH_FILTERS.filter((name) => filters[name] !== null);
  if (used.length === 0) return [];
  const of = (treatment: Treatment): Treatment => ({ therapy: null, medicine: null, route: null, ...Object.fromEntries(used.map((name) => [name, treatment[name]])) });
  const key = (treatment: Treatment): string => RESEARCH_FILTERS.map((name) => treatment[name]).join(" ");
  const own = key(of(filters));
  return [...new Map(there.map((each) => [key(of(each)), of(each)])).entries()].filter(([each]) => each !== own).map(([, each]) => each);
}
