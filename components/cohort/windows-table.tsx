import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import { between, change, count, number } from "./figure-words";

/** Scores, change and effect sizes by window: what the chart draws, in figures. */
export function WindowsTable({ result: { windows, change: changes, effects } }: { result: ShownCohort }) {
  return (
    <DataTable dense caption="Scores and change from baseline by window">
      <thead>
        <tr>
          <th scope="col">Window</th>
          {["n", "Mean", "SD", "95 % interval", "n paired", "Mean change", "SD", "95 % interval", "g by baseline SD (SE)", "g by SD of change (SE)", "r"].map((words, index) => (
            // Two columns have the same name; their places tell them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <th key={index} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windows.map((each) => {
          const moved = changes.find(({ window }) => window === each.window);
          const sizes = effects.find(({ window }) => window === each.window);
          return (
            <tr key={each.window}>
              <th scope="row">{each.words}</th>
              <td data-number="">{count(each.n)}</td>
              <td data-number="">{number(each.mean)}</td>
              <td data-number="">{number(each.sd)}</td>
              <td data-number="">{between(each.interval)}</td>
              <td data-number="">{moved ? count(moved.n) : ""}</td>
              <td data-number="">{moved ? change(moved.mean) : ""}</td>
              <td data-number="">{moved ? number(moved.sd) : ""}</td>
              <td data-number="">{moved ? between(moved.interval) : ""}</td>
              <td data-number="">{sizes ? size(sizes.byBaseline) : ""}</td>
              <td data-number="">{sizes ? size(sizes.byChange) : ""}</td>
              <td data-number="">{moved ? number(moved.r, 2) : ""}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function size(effect: ShownCohort["effects"][number]["byBaseline"]): string {
  return effect === null ? number(null) : `${change(effect.yi, 2)} (${number(effect.sei, 2)})`;
}
