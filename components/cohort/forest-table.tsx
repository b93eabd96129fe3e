import { DataTable } from "@/components/ui/data-table";
import type { Compared } from "@/lib/cohort/studies/compare";
import { between, change, count, none, number, sourceOf } from "./figure-words";

/** The forest in figures, with where each row comes from. */
export function ForestTable({ kind: { rows, pooled }, words }: { kind: Compared; words: string }) {
  return (
    <DataTable caption={words}>
      <thead>
        <tr>
          <th scope="col">Study or team</th>
          <th scope="col">At</th>
          <th scope="col" data-number="">n</th>
          <th scope="col" data-number="">Effect</th>
          <th scope="col" data-number="">SE</th>
          <th scope="col" data-number="">95 % interval</th>
          <th scope="col" data-number="">r</th>
          <th scope="col" data-number="">Weight, %</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ study, time, ni, yi, sei, interval, ri, assumedR, weight, citation, origin, note }) => (
          <tr key={`${origin} ${study}`}>
            <th scope="row">{study}</th>
            <td>{time}</td>
            <td data-number="">{count(ni)}</td>
            <td data-number="">{change(yi, 2)}</td>
            <td data-number="">{number(sei, 2)}</td>
            <td data-number="">{between(interval, 2)}</td>
            <td data-number="">{ri === null ? none : `${number(ri, 2)}${assumedR ? " assumed" : ""}`}</td>
            <td data-number="">{number(weight)}</td>
            <td>{sourceOf({ citation, note, origin })}</td>
          </tr>
        ))}
        {pooled !== null && pooled.k > 1 && (
          <tr>
            <th scope="row">Mean</th>
            <td>{none}</td>
            <td data-number="">{none}</td>
            <td data-number="">{change(pooled.estimate, 2)}</td>
            <td data-number="">{number(pooled.se, 2)}</td>
            <td data-number="">{between(pooled.interval, 2)}</td>
            <td data-number="">{none}</td>
            <td data-number="">{number(100)}</td>
            <td>of these rows</td>
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}
