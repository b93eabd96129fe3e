import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import styles from "./settings.module.css";

interface SettingsHistoryProps {
  /** Newest first. */
  revisions: readonly { version: number; when: string; by: string; changes: readonly string[] }[];
}

export function SettingsHistory({ revisions }: SettingsHistoryProps) {
  return (
    <Card id="history" title="Who changed what">
      {revisions.length === 0 ? (
        <p>Nothing has been changed yet.</p>
      ) : (
        <DataTable caption="Changes of the settings">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ version, when, by, changes }) => (
              <tr key={version}>
                <td className={styles.when}>{when}</td>
                <th scope="row">{by}</th>
                <td>{changes.length === 0 ? "No difference" : <Changes changes={changes} />}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Card>
  );
}

function Changes({ changes }: { changes: readonly string[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
