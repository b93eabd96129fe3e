import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import { count, number, share } from "./figure-words";

/** The doses given, by their number in the course. */
export function DosesTable({ doses }: Pick<ShownCohort, "doses">) {
  return (
    <DataTable caption="Doses by their number in the course">
      <thead>
        <tr>
          <th scope="col">Dose</th>
          {["Given", "mg, mean (SD)", "Highest dissociation, mean (SD)", "Events", "Serious", "Events per dose", "With an event"].map((words) => (
            <th key={words} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {doses.map((dose) => (
          <tr key={dose.number}>
            <th scope="row">{dose.number}</th>
            <td data-number="">{count(dose.given)}</td>
            <td data-number="">{number(dose.mg.mean)} ({number(dose.mg.sd)})</td>
            <td data-number="">{number(dose.dissociation.mean)} ({number(dose.dissociation.sd)})</td>
            <td data-number="">{count(dose.events)}</td>
            <td data-number="">{count(dose.serious)}</td>
            <td data-number="">{number(dose.eventsPerDose, 2)}</td>
            <td data-number="">{share(dose.withEvent)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
