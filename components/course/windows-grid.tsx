import { DataTable } from "@/components/ui/data-table";
import type { WindowsView } from "./windows-view";
import styles from "./windows-grid.module.css";

/** What was recorded in each window of the course, and what is due, late or missed. */
export function WindowsGrid({ view }: { view: WindowsView }) {
  return (
    <DataTable caption="Measures by window">
      <thead>
        <tr>
          <th scope="col">Window</th>
          {view.columns.map(({ id, short }) => (
            <th key={id} scope="col" data-number>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map(({ what, due, open, cells }) => (
          <tr key={what}>
            <th scope="row" className={styles.window}>
              {what}
              <small>due {due}</small>
              <small>open {open}</small>
            </th>
            {cells.map(({ measure, standing, words }) => (
              <td key={measure} data-number className={styles.cell} data-standing={standing ?? "not-asked"}>
                {standing === null ? (
                  <>
                    <span aria-hidden="true">·</span>
                    <span className="visually-hidden">not asked for</span>
                  </>
                ) : (
                  words
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
