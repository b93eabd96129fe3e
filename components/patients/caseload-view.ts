// How the caseload is being looked at, and its address. The search text is never part of the address: it
// holds names, and addresses end up in histories and logs.
import type { CaseloadAsk, SavedView } from "@/lib/schemas/caseload";

export type CaseloadView = Omit<CaseloadAsk, "query">;
export type CaseloadSort = CaseloadView["sort"];

export const firstView: CaseloadView = {
  filter: "all", reason: null, team: null, protocol: null, sort: "name", direction: "asc", after: null, before: null,
};

/** Another list begins at its beginning. */
export const fromTheStart = { after: null, before: null } as const;

/** Which way a column is first sorted: names from A, scores and changes from the highest, the nearest due. */
const firstDirection: Record<CaseloadSort, CaseloadView["direction"]> = {
  name: "asc",
  latest: "desc",
  change: "desc",
  due: "asc",
  day: "desc",
};

export function sortedBy(view: CaseloadView, sort: CaseloadSort): CaseloadView {
  const turned = view.direction === "asc" ? "desc" : "asc";
  return { ...view, sort, direction: view.sort === sort ? turned : firstDirection[sort], ...fromTheStart };
}

/** What of a view is saved under a name. */
export function keptPart({ filter, reason, team, protocol, sort, direction }: CaseloadView): SavedView["view"] {
  return { filter, reason, team, protocol, sort, direction };
}

/** Whether a list is looked at as a saved view says, on whichever of its pages. */
export function sameView(saved: SavedView["view"], view: CaseloadView): boolean {
  return viewAddress({ ...saved, ...fromTheStart }) === viewAddress({ ...view, ...fromTheStart });
}

/** "?filter=due&sort=day": only what differs from the first view; "" when nothing does. */
export function viewAddress(view: CaseloadView): string {
  const given = new URLSearchParams();
  for (const key of ["filter", "reason", "team", "protocol", "sort", "direction", "after", "before"] as const) {
    if (view[key] !== null && view[key] !== firstView[key]) given.set(key, view[key]);
  }
  const text = given.toString();
  return text === "" ? "" : `?${text}`;
}

/** "26–50 of 34,000 patients": which of the found patients a page shows, `ahead` of which others come. */
export function shownWords(ahead: number, shown: number, found: number): string {
  if (found === 0) return "No patients";
  const all = found.toLocaleString("en");
  if (shown === found) return found === 1 ? "1 patient" : `${all} patients`;
  return `${(ahead + 1).toLocaleString("en")}–${(ahead + shown).toLocaleString("en")} of ${all} patients`;
}
