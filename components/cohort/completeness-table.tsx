import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import { count, share } from "./figure-words";

/** Who has a score in each window, and what became of the others. */
export function CompletenessTable({ completeness, windows }: Pick<ShownCohort, "completeness" | "windows">) {
  return (
    <DataTable caption="Completeness and drop-out by window">
      <thead>
        <tr>
          <th scope="col">Window</th>
          {["Due", "Scored", "Share scored", "Discontinued before", "Missing", "Not over yet"].map((words) => (
            <th key={words} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {completeness.map((each) => (
          <tr key={each.window}>
            <th scope="row">{windows.find(({ window }) => window === each.window)?.words ?? each.window}</th>
            <td data-number="">{count(each.due)}</td>
            <td data-number="">{count(each.scored)}</td>
            <td data-number="">{share(each.share)}</td>
            <td data-number="">{count(each.discontinued)}</td>
            <td data-number="">{count(each.missing)}</td>
            <td data-number="">{count(each.open)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
