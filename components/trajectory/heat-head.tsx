import { recallWords, type Recall } from "@/lib/measures/recall";
import type { HeatColumn, HeatGroup } from "./heat-groups";
import styles from "./item-heatmap.module.css";
import { shortDate, shownDate, shownDay } from "./shown-date";

/** Columns below which a recall window's name does not fit over its visits. */
const least = 4;

const letters: Record<Recall, string> = { year: "yr", month: "mo", fortnight: "2w", week: "wk", day: "d", moment: "now", unstated: "?" };

export function HeatHead({ groups }: { groups: HeatGroup[] }) {
  const [only] = groups;
  const several = groups.length > 1;
  return (
    <thead>
      {several && (
        <tr>
          <Corner rows={2} />
          {groups.map(({ recall, columns: { length } }, group) => (
            <th key={recall} scope="colgroup" colSpan={length} className={styles.recall} data-start={group > 0 || undefined}>
              {length < least ? <abbr title={recallWords[recall]}>{letters[recall]}</abbr> : <span>{recallWords[recall]}</span>}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {!several && only !== undefined && <Corner rows={1} words={recallWords[only.recall]} />}
        {groups.flatMap(({ columns }) => columns.map((column) => <Visit key={column.visit.id} column={column} />))}
      </tr>
    </thead>
  );
}

function Corner({ rows, words }: { rows: number; words?: string }) {
  return (
    <th scope="col" rowSpan={rows} className={styles.corner}>
      {words ?? <span className="visually-hidden">Item</span>}
    </th>
  );
}

function Visit({ column: { visit, starts } }: { column: HeatColumn }) {
  return (
    <th scope="col" title={shownDate(visit.wall)} data-start={starts || undefined}>
      <span>
        {visit.day === null ? shortDate(visit.wall) : shownDay(visit.day)}
        {visit.corrected && (
          <>
            <span aria-hidden="true">*</span>
            <span className="visually-hidden"> corrected</span>
          </>
        )}
      </span>
    </th>
  );
}
