import { Card } from "@/components/ui/card";
import { listed } from "@/lib/change/signed";
import { itemOf, optionsOf, type Measure, type Skip } from "@/lib/measures/measure";
import { Facts } from "./facts";
import { missingInWords, totalInWords } from "./measure-words";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

/** How a form becomes a number: total, missing items, items not asked, subscales. */
export function MeasureScoring({ measure }: { measure: Measure }) {
  const { clusters, missingRule, skips } = measure;
  const unscored = measure.items.filter((item) => item.unscored === true);
  return (
    <Card id="scoring" title="Scoring">
      <div className={styles.blocks}>
        <Sourced id="total" name="Total">
          {totalInWords(measure)}
          {unscored.length > 0 && ` Asked and kept, but no part of it: ${unscored.map((item) => small(item.label)).join(", ")}.`}
        </Sourced>
        <Sourced id="missing" name="Missing items" source={missingRule?.source}>
          {missingInWords(measure)}
        </Sourced>
        {skips.map((skip) => (
          <Sourced key={`${skip.item} ${skip.answer}`} id={`skip-${skip.item}-${skip.answer}`} name="Items that are not asked" source={skip.source}>
            {skipWords(measure, skip)}
          </Sourced>
        ))}
        {clusters.length > 0 && (
          <div id="clusters" className={styles.block}>
            <h3>Subscales</h3>
            <Facts
              facts={clusters.map(({ id, name, items, max }) => [name, `${id === name ? "" : `${id}: `}items ${listed(items)}, 0 to ${max}`] as const)}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

function skipWords(measure: Measure, { item, answer, skips }: Skip): string {
  const asked = itemOf(measure, item);
  const label = optionsOf(measure, asked).find(({ value }) => value === answer)?.label ?? String(answer);
  const which = item === 0 ? "the question before item 1" : `item ${item}`;
  return `After “${label}” to ${which}, ${skips.length === 1 ? "item" : "items"} ${listed(skips)} ${skips.length === 1 ? "is" : "are"} not asked and count 0.`;
}

function small(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
