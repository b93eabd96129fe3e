import { DataTable } from "@/components/ui/data-table";
import type { OneDoseView } from "./one-dose-view";

/** Every reading of one dose in order of time. */
export function ReadingsTable({ view: { rows, measures }, zone }: { view: Pick<OneDoseView, "rows" | "measures">; zone: string }) {
  return (
    <DataTable caption={`Readings in order of time, ${zone} time`}>
      <thead>
        <tr>
          <th scope="col">From the start</th>
          <th scope="col" data-number>
            Time
          </th>
          <th scope="col" data-number>
            Blood pressure
          </th>
          <th scope="col" data-number>
            Pulse
          </th>
          <th scope="col" data-number>
            SpO₂
          </th>
          <th scope="col" data-number>
            MOAA/S
          </th>
          <th scope="col" data-number>
            Dissociation
          </th>
          {measures.map((short) => (
            <th key={short} scope="col" data-number>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.when}</th>
            <td data-number>{row.clock}</td>
            <td data-number>{row.pressure}</td>
            <td data-number>{row.pulse}</td>
            <td data-number>{row.spo2}</td>
            <td data-number>{row.sedation}</td>
            <td data-number>
              <strong>{row.dissociation}</strong>
            </td>
            {row.totals.map((total, index) => (
              <td key={measures[index]} data-number>
                <strong>{total}</strong>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
