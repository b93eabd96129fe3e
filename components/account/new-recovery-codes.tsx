"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import styles from "./factor-card.module.css";

/** How many are left, and ten new ones in their place. */
export function NewRecoveryCodes({ left, onMade }: { left: number; onMade: (codes: string[]) => void }) {
  const [asking, setAsking] = useState(false);
  const save = useSave<Record<string, never>, { codes: string[] }>("POST", "/api/account/recovery-codes", ({ codes }) => onMade(codes));
  return (
    <div className={styles.codes}>
      <p>{left} of 10 recovery codes are left.</p>
      <Button look="secondary" onClick={() => setAsking(true)}>
        New recovery codes
      </Button>
      <Dialog
        open={asking}
        title="New recovery codes"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              Keep the old ones
            </Button>
            <Button busy={save.busy} busyWords="Making them" onClick={() => void save.run({})}>
              Make new codes
            </Button>
          </>
        }
      >
        <SaveProblem problem={save.problem?.kind === "fresh" ? null : save.problem} onAgain={save.again} />
        <p>Ten new codes are shown once. The old ones stop working at once.</p>
      </Dialog>
    </div>
  );
}
