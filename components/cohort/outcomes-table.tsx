import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import styles from "./cohort.module.css";
import { share } from "./figure-words";

/** Response and remission by each definition, with both denominators. */
export function OutcomesTable({ outcomes, windows }: Pick<ShownCohort, "outcomes" | "windows">) {
  const later = windows.filter(({ window }) => window !== "baseline");
  return (
    <DataTable dense caption="Response and remission by window, in per cent with Wilson 95 % interval">
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Of</th>
          {later.map(({ window, words }) => (
            <th key={window} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.flatMap(({ id, words, windows: own }) =>
          (["observed", "allDue"] as const).map((of) => (
            <tr key={`${id} ${of}`}>
              <th scope="row" className={styles.outcome}>{words}</th>
              <td>{of === "observed" ? "observed" : "all due"}</td>
              {later.map(({ window }) => {
                const found = own.find((each) => each.window === window);
                return <td key={window} data-number="">{found ? share(found[of]) : ""}</td>;
              })}
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  );
}
