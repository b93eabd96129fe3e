"use client";

import { Button } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { CohortAsk, CohortExport, CohortFile } from "@/lib/schemas/cohort";
import styles from "./cohort.module.css";

/** The group as files, asked for by somebody who confirms that it is them. */
export function CohortFiles({ ask }: { ask: CohortAsk }) {
  const save = useSave<CohortExport, CohortFile>("POST", "/api/cohort", download, { stays: true });
  return (
    <div className={styles.files}>
      <Button look="secondary" busy={save.busy} busyWords="Exporting" onClick={() => save.run({ ask, as: "csv" })}>Export as CSV</Button>
      <Button look="secondary" busy={save.busy} busyWords="Exporting" onClick={() => save.run({ ask, as: "json" })}>Export as JSON</Button>
      <Button look="secondary" busy={save.busy} busyWords="Exporting" onClick={() => save.run({ ask, as: "effects" })}>Export effects for R</Button>
      <PrintButton words="Print" />
      <SaveProblem problem={save.problem} onAgain={save.again} />
    </div>
  );
}

function download({ name, type, text }: CohortFile) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
