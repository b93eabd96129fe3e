import { DataTable } from "@/components/ui/data-table";
import { survivalByWeek } from "./survival-weeks";
import type { ShownCohort } from "./shown";
import { between, count, number } from "./figure-words";

/** The curve in figures, at the end of each week in which something happened. */
export function SurvivalTable({ survival }: { survival: NonNullable<ShownCohort["firstImprovement"]> }) {
  return (
    <DataTable caption="Time to first reliable improvement by week">
      <thead>
        <tr>
          <th scope="col">By the end of</th>
          {["Still without before", "Improved", "Last assessed", "Share without, %", "95 % interval, %"].map((words) => (
            <th key={words} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {survivalByWeek(survival.steps).map(({ week, atRisk, events, censored, share, interval }) => (
          <tr key={week}>
            <th scope="row">{week === 0 ? "day 0" : `week ${week}, day ${7 * week}`}</th>
            <td data-number="">{count(atRisk)}</td>
            <td data-number="">{count(events)}</td>
            <td data-number="">{count(censored)}</td>
            <td data-number="">{number(share === null ? null : 100 * share)}</td>
            <td data-number="">{between(interval && { lower: percent(interval.lower), upper: percent(interval.upper) })}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}
