// How the caseload is being looked at, and its address. The search text is never part of the address: it
// holds names, and addresses end up in histories and logs.
import type { CaseloadAsk } from "@/lib/schemas/caseload";

export type CaseloadView = Omit<CaseloadAsk, "query">;
export type CaseloadSort = CaseloadView["sort"];

export const firstView: CaseloadView = { filter: "all", sort: "name", direction: "asc", page: 1 };

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
  return { ...view, sort, direction: view.sort === sort ? turned : firstDirection[sort], page: 1 };
}

/** "?filter=due&page=2": only what differs from the first view; "" when nothing does. */
export function viewAddress(view: CaseloadView): string {
  const given = new URLSearchParams();
  for (const key of ["filter", "sort", "direction", "page"] as const) {
    if (view[key] !== firstView[key]) given.set(key, String(view[key]));
  }
  const text = given.toString();
  return text === "" ? "" : `?${text}`;
}

/** "1–25 of 34": which of the found patients a page shows. */
export function shownWords(page: number, perPage: number, shown: number, found: number): string {
  if (found === 0) return "No patients";
  if (shown === found) return found === 1 ? "1 patient" : `${found} patients`;
  const first = (page - 1) * perPage + 1;
  return `${first}–${first + shown - 1} of ${found} patients`;
}
