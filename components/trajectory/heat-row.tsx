import { signed } from "@/lib/change/signed";
import type { HeatColumn } from "./heat-groups";

interface HeatRowProps {
  /** "4. Flashbacks". */
  name: string;
  /** Where the item's ratings stand in a form's list. */
  place: number;
  columns: readonly HeatColumn[];
  startsCluster: boolean;
}

/** One item's ratings. Written as text: a page holds hundreds, each a number, and as elements they would be a quarter of its work. */
export function HeatRow({ name, place, columns, startsCluster }: HeatRowProps) {
  const cells = columns.map((column) => cell(column, place)).join("");
  return <tr data-cluster={startsCluster || undefined} dangerouslySetInnerHTML={{ __html: `<th scope="row">${escaped(name)}</th>${cells}` }} />;
}

/** A rating as a shade with its number, or its difference from the reference with its sign. */
function cell({ visit, starts, from, base }: HeatColumn, place: number): string {
  const rating = visit.ratings[place] ?? null;
  const before = from === null ? null : (from.ratings[place] ?? null);
  const edge = starts ? ' data-start="true"' : "";
  if (rating === null || (from !== null && before === null)) return `<td${edge}>–</td>`;
  if (before === null) return `<td data-r="${rating}"${base ? ' data-base="true"' : ""}${edge}>${rating}</td>`;
  return `<td data-d="${rating - before}"${edge}>${signed(rating - before)}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
