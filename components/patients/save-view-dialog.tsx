import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { SavedView, ViewSave } from "@/lib/schemas/caseload";
import { keptPart, type CaseloadView } from "./caseload-view";

interface SaveViewDialogProps {
  view: CaseloadView;
  onClose: () => void;
  onSaved: (views: SavedView[]) => void;
}

/** A name for the filters and the order that are looked at. */
export function SaveViewDialog({ view, onClose, onSaved }: SaveViewDialogProps) {
  const [id] = useState(() => crypto.randomUUID());
  const save = useSave<ViewSave, SavedView[]>("PUT", `/api/caseload/views/${id}`, onSaved, { stays: true });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save.run({ name: String(new FormData(event.currentTarget).get("name") ?? ""), view: keptPart(view) });
  }
  return (
    <Dialog open title="Save this view" onClose={onClose}>
      <FormFrame
        unsaved={false}
        onSubmit={submit}
        actions={
          <>
            <Button look="secondary" onClick={onClose}>Not now</Button>
            <Button type="submit" busy={save.busy} busyWords="Saving">Save the view</Button>
          </>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <TextField id="view-name" name="name" label="Name" hint="Filters and order are kept, what is searched is not. Write no patient’s name." maxLength={60} autoComplete="off" error={save.problem?.fields?.name} />
      </FormFrame>
    </Dialog>
  );
}
