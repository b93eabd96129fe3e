import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { KeptEntry, KeptKind } from "./kept-queue";
import { clockTime } from "./moment";
import styles from "./room.module.css";

interface SetAsideProps {
  entries: readonly KeptEntry[];
  zone: string;
  onAgain: (id: string) => void;
  /** Back into the form, for a reading. */
  onMend: (entry: KeptEntry) => void;
  /** Over what somebody else saved, for a dose record. */
  onTop: (entry: KeptEntry) => void;
  onDiscard: (id: string) => void;
}

const names: Readonly<Record<KeptKind, string>> = { reading: "reading", void: "voided reading", dose: "dose record", event: "event", check: "answers on symptoms" };

/** What the server refused: still here, with its reason, until a person decides. */
export function SetAside({ entries, zone, onAgain, onMend, onTop, onDiscard }: SetAsideProps) {
  return entries.flatMap((entry) =>
    entry.refused === undefined
      ? []
      : [
          <Notice
            key={entry.id}
            tone="problem"
            live="alert"
            title={`Not stored: the ${names[entry.kind]} of ${clockTime(new Date(entry.sequence), zone)}.`}
            action={
              <div className={styles.actions}>
                {entry.kind === "reading" && (
                  <Button look="secondary" onClick={() => onMend(entry)}>
                    Open it again
                  </Button>
                )}
                {entry.kind === "dose" && (
                  <Button look="secondary" onClick={() => onTop(entry)}>
                    Save it over the newer one
                  </Button>
                )}
                <Button look="secondary" onClick={() => onAgain(entry.id)}>
                  Send again
                </Button>
                <Button look="quiet" onClick={() => onDiscard(entry.id)}>
                  Discard
                </Button>
              </div>
            }
          >
            {entry.refused}
          </Notice>,
        ],
  );
}
