import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import styles from "./windows-card.module.css";
import type { WindowCell, WindowsTableView } from "./windows-view";

interface WindowsCardProps {
  view: WindowsTableView;
  base: string;
}

/** Baseline, 24 h, weeks: when each is due, what was found, and why a window is empty. */
export function WindowsCard({ view, base }: WindowsCardProps) {
  if (view.columns.length === 0) return null;
  return (
    <Card title="Windows" aside={<Link href="/how-it-counts#windows" prefetch={false}>How windows are counted</Link>}>
      <div className={styles.windows}>
        <DataTable caption="Windows of the course: when due, total found, change">
          <thead>
            <tr>
              <th scope="col">Window</th>
              {view.columns.map(({ key, short, recall, from }) => (
                <th key={key} scope="col">
                  {short}, {recall}
                  <small>change {from}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ what, due, cells }) => (
              <tr key={what}>
                <th scope="row">
                  {what}
                  {due !== null && <small>{due}</small>}
                </th>
                {cells.map((cell) => (
                  <td key={cell.key}>
                    <Cell cell={cell} base={base} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </Card>
  );
}

function Cell({ cell, base }: { cell: WindowCell; base: string }) {
  if (cell.formId === null) return <span className={styles.reason}>{cell.reason}</span>;
  return (
    <>
      <a href={`${base}/assessments/${cell.formId}`}>
        <strong>{cell.total}</strong>
      </a>{" "}
      {cell.change !== null && <b data-number>{cell.change}</b>} <small>{cell.when}</small>
    </>
  );
}
