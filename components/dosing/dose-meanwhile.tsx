import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./room.module.css";

/** Somebody else saved the record while this one was being filled in: whose is kept is a person's to say. */
export function DoseMeanwhile({ by, onTheirs, onMine }: { by: string; onTheirs: () => void; onMine: () => void }) {
  return (
    <Notice
      tone="warning"
      live="status"
      title={`${by} has saved this record meanwhile.`}
      action={
        <div className={styles.actions}>
          <Button look="secondary" onClick={onTheirs}>
            Show theirs
          </Button>
          <Button look="secondary" onClick={onMine}>
            Keep mine
          </Button>
        </div>
      }
    >
      What you entered is still here.
    </Notice>
  );
}
