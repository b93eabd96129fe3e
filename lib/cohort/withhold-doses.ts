/**
 * Doses without small cells: not every patient has every dose, and those who stopped between one dose and the next are a
 * cell as well.
 */
import type { Blankable, Keep } from "./blank";
import type { CohortResult } from "./result";
import { isSmall, isSmallPart } from "./small-cells";

/**
 * The rows of doses without small cells. Example: of 40 first, 38 second and 20 third doses the second row is blank, and
 * the third, 20 fewer than the first, is shown.
 */
export function withholdDoses({ doses: rows, flow }: CohortResult, keep: Keep, beside: ReadonlySet<string>): Blankable<CohortResult["doses"]> {
  let before = flow.counted;
  return rows.map((row) => {
    const path = `doses/${row.number}`;
    if (beside.has(path) || isSmallPart(row.given, before)) return { ...keep(true, path, row), number: row.number };
    before = row.given;
    const few = beside.has(`${path}/events`) || isSmall(row.events) || isSmall(row.serious) || isSmallPart(row.withEvent.met, row.withEvent.of);
    return {
      ...row,
      mg: keep(isSmallPart(row.mg.n, row.given), `${path}/mg`, row.mg),
      dissociation: keep(isSmallPart(row.dissociation.n, row.given), `${path}/dissociation`, row.dissociation),
      ...(few ? { events: keep(true, `${path}/events`, row.events), serious: null, eventsPerDose: null, withEvent: keep(true, `${path}/withEvent`, row.withEvent) } : {}),
    };
  });
}
