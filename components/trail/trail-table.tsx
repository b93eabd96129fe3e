import { DataTable } from "@/components/ui/data-table";
import { Pill } from "@/components/ui/pill";
import type { TrailLine } from "@/lib/schemas/trail";
import { TrailChanges } from "./trail-changes";
import styles from "./trail.module.css";

type Shown = Omit<TrailLine, "at" | "recordNumber" | "from" | "requestId"> & Partial<Pick<TrailLine, "recordNumber" | "from">>;

interface TrailTableProps {
  caption: string;
  lines: readonly Shown[];
}

/** When, who, what; which record and from where only on the auditor's page. */
export function TrailTable({ caption, lines }: TrailTableProps) {
  const isChanged = lines.some(({ changes }) => changes.length > 0);
  const isWhole = lines.some(({ recordNumber }) => recordNumber !== undefined);
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          {isWhole && <th scope="col">Record</th>}
          {isWhole && <th scope="col">From</th>}
          {isChanged && <th scope="col">Changed</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, when, who, roles, what, recordNumber, from, breakGlass, changes }) => (
          <tr key={line} className={styles.line}>
            <td className={styles.when}>{when}</td>
            <th scope="row">
              {who} <span className={styles.soft}>{roles.replaceAll(" ", ", ")}</span>
            </th>
            <td>
              {what} {breakGlass && <Pill tone="event">Emergency</Pill>}
            </td>
            {isWhole && <td>{recordNumber}</td>}
            {isWhole && <td>{from}</td>}
            {isChanged && <td>{changes.length > 0 && <TrailChanges changes={changes} about={`${what}, ${when}`} />}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
