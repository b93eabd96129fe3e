import { DataTable } from "@/components/ui/data-table";
import type { Compared } from "@/lib/cohort/studies/compare";
import styles from "./cohort.module.css";
import { between, change, count, number, sourceOf } from "./figure-words";

/** Effects that are the only one of their kind: there is nothing to draw them beside, and no mean to weigh them in. */
export function AloneTable({ kinds }: { kinds: readonly (Compared & { words: string })[] }) {
  return (
    <section className={styles.stack}>
      <h3>The only one of their kind</h3>
      <DataTable caption="Effects with none of their kind beside them">
        <thead>
          <tr>
            <th scope="col">Study or team</th>
            <th scope="col">Effect is</th>
            <th scope="col">At</th>
            <th scope="col" data-number="">n</th>
            <th scope="col" data-number="">Effect</th>
            <th scope="col" data-number="">SE</th>
            <th scope="col" data-number="">95 % interval</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {kinds.flatMap(({ words, rows }) =>
            rows.map(({ study, time, ni, yi, sei, interval, citation, origin, note }) => (
              <tr key={`${words} ${origin} ${study}`}>
                <th scope="row">{study}</th>
                <td>{words}</td>
                <td>{time}</td>
                <td data-number="">{count(ni)}</td>
                <td data-number="">{change(yi, 2)}</td>
                <td data-number="">{number(sei, 2)}</td>
                <td data-number="">{between(interval, 2)}</td>
                <td>{sourceOf({ citation, note, origin })}</td>
              </tr>
            )),
          )}
        </tbody>
      </DataTable>
    </section>
  );
}
