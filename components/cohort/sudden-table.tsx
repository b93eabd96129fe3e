import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import { count } from "./figure-words";

/** Sudden gains and losses from one score to the next, by the week of the earlier one. */
export function SuddenTable({ sudden }: { sudden: NonNullable<ShownCohort["sudden"]> }) {
  return (
    <DataTable caption="Sudden gains and losses by week">
      <thead>
        <tr>
          <th scope="col">Week</th>
          {["Steps tested", "Gains", "Losses", "Gains undone later"].map((words) => (
            <th key={words} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sudden.steps.map(({ week, tested, gains, losses, reversed }) => (
          <tr key={week}>
            <th scope="row">{week}</th>
            <td data-number="">{count(tested)}</td>
            <td data-number="">{count(gains)}</td>
            <td data-number="">{count(losses)}</td>
            <td data-number="">{count(reversed)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
