// A screening rule on the items, read off the rule itself: its criteria are asked of a form on which everything is 0.
import { counted } from "@/lib/change/signed";
import type { Measure } from "@/lib/measures/measure";

/** "At least 1 item of cluster B (Intrusion), … rated 2 or more. …" Empty where the measure has no such rule. */
export function provisionalWords(measure: Measure): string {
  if (measure.provisional === null) return "";
  const clusters = measure.clusters.map(({ id, name, short, max }) => ({ id, name, short, max, total: 0, endorsed: 0 }));
  const { criteria } = measure.provisional({ measure: measure.id, total: 0, clusters, endorsed: [], missing: 0 });
  const asked = clusters.flatMap(({ id, name }) => {
    const needed = criteria[id]?.needed;
    return needed === undefined ? [] : [`${counted(needed, "item")} of ${id === name ? name : `${id} (${name})`}`];
  });
  const least = measure.endorsedFrom === null ? "" : ` rated ${measure.endorsedFrom} or more`;
  return (
    `At least ${asked.slice(0, -1).join(", ")} and ${asked.at(-1)}${least}. A screening rule and not a diagnosis. ` +
    "On a form that asks about less than the rule does, it is shown as a count and suggests nothing; see the forms above."
  );
}
