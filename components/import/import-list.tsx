"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { ImportListed } from "@/lib/schemas/exchange";
import styles from "./import.module.css";

/** One's own imports, each to be undone whole. */
export function ImportList({ imports }: { imports: readonly ImportListed[] }) {
  if (imports.length === 0) return null;
  return (
    <Card title="Your imports">
      <ul className={styles.list}>
        {imports.map((one) => <ImportLine key={one.id} {...one} />)}
      </ul>
    </Card>
  );
}

function ImportLine({ id, when, what, undone }: ImportListed) {
  const router = useRouter();
  const [sure, setSure] = useState(false);
  const undo = useSave<undefined, { left: number; patients: number }>("DELETE", `/api/imports/${id}`, () => router.refresh(), { stays: true });
  return (
    <li className={styles.line}>
      <span>
        {when}: {what} {undone && <strong>Undone</strong>}
      </span>
      {!undone && !sure && <Button look="secondary" onClick={() => setSure(true)} aria-label={`Undo the import of ${when}`}>Undo</Button>}
      {!undone && sure && (
        <span className={styles.sure}>
          <span>Forms are voided, sessions cancelled, courses ended; patients stay, and so does what was changed since. A safety prompt stays open until somebody says what was done.</span>
          <Button busy={undo.busy} busyWords="Undoing" onClick={() => void undo.run(undefined)}>Undo this import</Button>
          <Button look="secondary" onClick={() => setSure(false)}>Keep it</Button>
        </span>
      )}
      <SaveProblem problem={undo.problem} onAgain={undo.again} />
    </li>
  );
}
