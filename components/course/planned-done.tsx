import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { PlannedStrip } from "./planned-strip";
import type { PlannedView } from "./planned-view";
import styles from "./planned.module.css";

/** What was planned and what came of it: on lanes, in numbers and in a table. */
export function PlannedDone({ view }: { view: PlannedView }) {
  return (
    <Card title="Planned and done">
      <PlannedStrip view={view} />
      <p className={styles.key}>
        Filled: done; with a line to its plan: on another day; + unplanned; × missed; − cancelled; | due or not marked; outlined: to come. A line for each week from the start date.{" "}
        <Link href="/how-it-counts#adherence" prefetch={false}>
          How it is counted
        </Link>
      </p>
      <dl className={styles.figures}>
        {view.figures.map(({ what, share, words }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <strong>{share}</strong> {words && <span>{words}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Disclosure summary="Each one in a table" beside={String(view.rows.length)}>
        <DataTable caption="Planned and done">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Planned</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ id, what, planned, happened, done, reason }) => (
              <tr key={id}>
                <th scope="row" className={styles.what}>
                  {what}
                </th>
                <td className={styles.day}>{planned ?? "–"}</td>
                <td className={styles.happened}>
                  {happened}
                  {done !== null && done !== planned && `, ${done}`}
                  {reason && `: ${reason}`}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Disclosure>
    </Card>
  );
}
