import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { SavedView, ViewSave } from "@/lib/schemas/caseload";
import styles from "./saved-views.module.css";

interface ViewsDialogProps {
  views: readonly SavedView[];
  onClose: () => void;
  onChanged: (views: SavedView[]) => void;
}

/** Renames one's views and removes them. */
export function ViewsDialog({ views, onClose, onChanged }: ViewsDialogProps) {
  return (
    <Dialog open title="Your views" onClose={onClose} actions={<Button look="secondary" onClick={onClose}>Done</Button>}>
      {views.length === 0 && <p>None are left.</p>}
      {views.map((each) => <ViewLine key={each.id} {...each} onChanged={onChanged} />)}
    </Dialog>
  );
}

function ViewLine({ id, name, view, onChanged }: SavedView & Pick<ViewsDialogProps, "onChanged">) {
  const url = `/api/caseload/views/${id}`;
  const naming = useSave<ViewSave, SavedView[]>("PUT", url, onChanged, { stays: true });
  const removing = useSave<Record<string, never>, SavedView[]>("DELETE", url, onChanged, { stays: true });
  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void naming.run({ name: String(new FormData(event.currentTarget).get("name") ?? ""), view });
  }
  return (
    <form method="post" noValidate className={styles.line} onSubmit={rename}>
      <TextField id={`view-${id}`} name="name" label={`Name of “${name}”`} defaultValue={name} maxLength={60} autoComplete="off" error={naming.problem?.fields?.name} />
      <div className={styles.ways}>
        <Button type="submit" look="secondary" busy={naming.busy} busyWords="Saving">
          Rename<span className="visually-hidden"> {name}</span>
        </Button>
        <Button look="danger" busy={removing.busy} busyWords="Removing" onClick={() => void removing.run({})}>
          Remove<span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      <SaveProblem problem={naming.problem} onAgain={naming.again} />
      <SaveProblem problem={removing.problem} onAgain={removing.again} />
    </form>
  );
}
