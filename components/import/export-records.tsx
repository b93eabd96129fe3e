"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { fileKinds, type FileKind, type RecordsFile } from "@/lib/schemas/exchange";
import styles from "./import.module.css";

/** The records of one's patients as files, in the form they come in. */
export function ExportRecords() {
  const [said, setSaid] = useState("");
  const save = useSave<{ kind: FileKind }, RecordsFile>("POST", "/api/records/export", (file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file.csv], { type: "text/csv" }));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
    setSaid(`${file.rows} rows saved as ${file.name}.${file.more ? " There are more than a page gives: npm run export has all of them." : ""}`);
  }, { stays: true });
  return (
    <Card title="Files out">
      <p>The records of your care teams’ patients, with names. Each file can be brought in again; each export is a line of the trail.</p>
      <div className={styles.actions}>
        {fileKinds.map((kind) => (
          <Button key={kind} look="secondary" busy={save.busy} onClick={() => void save.run({ kind })}>{`Export ${kind}`}</Button>
        ))}
      </div>
      <SaveProblem problem={save.problem} onAgain={save.again} />
      <output>{said}</output>
    </Card>
  );
}
