import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { KeptEntry, KeptKind } from "./kept-queue";
import { clockTime } from "./moment";
import { RoomVersions } from "./room-versions";
import styles from "./room.module.css";

interface SetAsideProps {
  entries: readonly KeptEntry[];
  zone: string;
  onAgain: (id: string) => void;
  /** Back into the form, for a reading. */
  onMend: (entry: KeptEntry) => void;
  /** What is to stand where somebody else saved the same meanwhile. */
  onChosen: (entry: KeptEntry, body: Record<string, unknown>) => void;
  onDiscard: (id: string) => void;
}

const names: Readonly<Record<KeptKind, string>> = { reading: "reading", void: "voided reading", dose: "dose record", event: "event", check: "answers on symptoms" };

/** What the server refused: still here, with its reason, until a person decides. */
export function SetAside({ entries, zone, onAgain, onMend, onChosen, onDiscard }: SetAsideProps) {
  const [compared, setCompared] = useState<string | null>(null);
  const both = entries.find(({ id }) => id === compared);
  const notices = entries.flatMap((entry) =>
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
                {entry.newer ? (
                  <Button look="secondary" onClick={() => setCompared(entry.id)}>
                    Compare and choose
                  </Button>
                ) : (
                  <Button look="secondary" onClick={() => onAgain(entry.id)}>
                    Send again
                  </Button>
                )}
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
  return (
    <>
      {notices.length > 0 && (
        <div id="not-stored" tabIndex={-1} className={styles.form}>
          {notices}
        </div>
      )}
      {both?.newer && (
        <RoomVersions
          entry={{ ...both, newer: both.newer }}
          zone={zone}
          onChosen={(body) => onChosen(both, body)}
          onTheirs={() => onDiscard(both.id)}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );
}
