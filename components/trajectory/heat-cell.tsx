import { signed } from "@/lib/change/signed";
import type { HeatColumn } from "./heat-groups";

/** One rating as a shade with its number, or its difference from the reference with its sign. */
export function HeatCell({ column: { visit, starts, from, base }, row }: { column: HeatColumn; row: number }) {
  const rating = visit.ratings[row] ?? null;
  const before = from === null ? null : (from.ratings[row] ?? null);
  const edge = starts || undefined;
  if (rating === null || (from !== null && before === null)) return <td data-start={edge}>–</td>;
  if (before === null) {
    return (
      <td data-r={rating} data-base={base || undefined} data-start={edge}>
        {rating}
      </td>
    );
  }
  return (
    <td data-d={rating - before} data-start={edge}>
      {signed(rating - before)}
    </td>
  );
}
