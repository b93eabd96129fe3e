import { Card } from "@/components/ui/card";
import type { Item, Measure } from "@/lib/measures/measure";
import { OptionsList } from "./options-list";
import styles from "./textbook.module.css";

/** The items as printed, under their subscales; or why they are not here. */
export function MeasureItems({ measure }: { measure: Measure }) {
  const { options, items, clusters } = measure;
  const shared = items.some((item) => item.options === undefined);
  return (
    <Card id="items" title={measure.entry === "items" ? "Items" : measure.entry === "total" ? "Only the total is entered" : "Only the result is entered"}>
      <div className={styles.blocks}>
        {measure.whyNoItems !== null && <p>{measure.whyNoItems}</p>}
        {(shared || items.length === 0) && options.length > 0 && <OptionsList options={options} />}
        {groupsOf(measure).map(({ name, list }) => (
          <div key={name} className={styles.block}>
            {clusters.length > 0 && name !== "" && <h3>{name}</h3>}
            <ol className={styles.items}>
              {list.map((item) => (
                <li key={item.number} value={item.number}>
                  {item.text}
                  <span className={styles.source}>{asideOf(item)}</span>
                  {item.options !== undefined && <OptionsList options={item.options} />}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Card>
  );
}

function groupsOf({ clusters, items }: Measure): readonly { name: string; list: readonly Item[] }[] {
  const inClusters = clusters.map(({ id, name, max }) => ({
    name: `${id === name ? "" : `${id} `}${name} (0 to ${max})`,
    list: items.filter((item) => item.cluster === id),
  }));
  const rest = items.filter((item) => !clusters.some(({ id }) => id === item.cluster));
  return [...inClusters, { name: "", list: rest }].filter(({ list }) => list.length > 0);
}

function asideOf({ unscored, optional }: Item): string {
  if (unscored !== true) return "";
  return optional === true ? " (not scored; may stay blank)" : " (not scored)";
}
