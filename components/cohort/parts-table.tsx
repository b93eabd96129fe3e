import { DataTable } from "@/components/ui/data-table";
import type { ShownCohort } from "./shown";
import { number } from "./figure-words";

interface PartsTableProps {
  caption: string;
  windows: ShownCohort["windows"];
  parts: readonly { key: string; words: string; windows: ShownCohort["clusters"][number]["windows"] }[];
}

/** Means of clusters or items by window. */
export function PartsTable({ caption, windows, parts }: PartsTableProps) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">Mean (SD)</th>
          {windows.map(({ window, words }) => (
            <th key={window} scope="col" data-number="">{words}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, words, windows: own }) => (
          <tr key={key}>
            <th scope="row">{words}</th>
            {windows.map(({ window }) => {
              const found = own.find((each) => each.window === window);
              return <td key={window} data-number="">{found?.mean == null ? number(null) : `${number(found.mean, 2)} (${number(found.sd, 2)})`}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
