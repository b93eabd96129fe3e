import { useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { RadioGroup } from "./radio-group";
import type { SendError } from "./send";
import { reloadUnasked } from "./use-leave-warning";
import { chosen, differences, type Difference, type Labels, type Newer } from "./versions";
import styles from "./versions-dialog.module.css";

interface VersionsDialogProps<Body extends object> {
  problem: SendError | null;
  /** What was sent and came too late. */
  mine: Body | null;
  labels: Labels;
  /** A value in words; nothing, yes and no, and plain text need none. */
  say?: ((path: string, value: unknown) => string | null | undefined) | undefined;
  busy?: boolean;
  onSave: (body: Body) => void;
  /** Theirs stays; by default the page is opened anew with it. */
  onTheirs?: () => void;
  onClose: () => void;
}

/** Somebody else saved the same thing meanwhile: both versions side by side, and a choice for each field that differs. */
export function VersionsDialog<Body extends object>(props: VersionsDialogProps<Body>) {
  const newer = props.problem?.kind === "stale" ? (props.problem.newer as Newer | undefined) : undefined;
  // Each late save is another choice.
  return newer && props.mine ? <Choice key={JSON.stringify(newer.known)} {...props} mine={props.mine} newer={newer} /> : null;
}

function Choice<Body extends object>({ mine, newer, labels, say, busy = false, onSave, onTheirs = reloadUnasked, onClose }: VersionsDialogProps<Body> & { mine: Body; newer: Newer }) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const apart = differences(mine, newer, labels);
  const take = (path: string, theirs: boolean) => setTaken(new Set(theirs ? [...taken, path] : [...taken].filter((each) => each !== path)));
  const version = (who: string, difference: Difference, value: unknown) => (
    <span className={styles.version}>
      <strong>{who}</strong> {say?.(difference.path, value) ?? words(value)}
    </span>
  );
  return (
    <Dialog
      open
      title="Somebody saved this meanwhile"
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} busyWords="Saving" onClick={() => onSave(chosen(mine, newer, taken))}>
            {taken.size === 0 ? "Save mine" : "Save as chosen"}
          </Button>
          <Button look="secondary" onClick={onTheirs}>
            Keep theirs
          </Button>
          <Button look="quiet" onClick={onClose}>
            Go back
          </Button>
        </>
      }
    >
      <p>{apart.length === 0 ? "They changed something else about it. Yours is not saved yet." : "Yours is not saved yet. Choose what is to stand; nothing else changes."}</p>
      <div className={styles.fields}>
        {apart.map((difference, index) => (
          <RadioGroup
            key={difference.path}
            id={`version-${index}`}
            name={`version-${difference.path}`}
            legend={difference.label}
            options={[
              { value: "mine", label: version("Yours", difference, difference.mine) },
              { value: "theirs", label: version("Theirs", difference, difference.theirs) },
            ]}
            value={taken.has(difference.path) ? "theirs" : "mine"}
            onChange={(event) => take(difference.path, event.target.value === "theirs")}
          />
        ))}
      </div>
    </Dialog>
  );
}

const wallTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

function words(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(words).join(", ");
  if (typeof value !== "object") return String(value).replace(wallTime, "$1, $2");
  if ("name" in value) return String(value.name);
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${words(part)}`);
  return parts.length === 0 ? "none" : parts.join("; ");
}
