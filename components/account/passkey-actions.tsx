"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFrame } from "@/components/ui/form-frame";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import styles from "./factor-card.module.css";

interface PasskeyActionsProps {
  id: string;
  name: string;
  /** Nothing is left after it. */
  last: boolean;
  /** And so it cannot be removed: the clinic asks for one. */
  stays: boolean;
}

/** Naming a passkey, and removing it. */
export function PasskeyActions({ id, name, last, stays }: PasskeyActionsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"name" | "remove" | null>(null);
  const done = () => {
    setOpen(null);
    router.refresh();
  };
  const url = `/api/account/passkeys/${id}`;
  const naming = useSave<{ name: string }, unknown>("PUT", url, done, { stays: true });
  const removing = useSave<Record<string, never>, unknown>("DELETE", url, done, { stays: true });
  const close = () => setOpen(null);

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void naming.run({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }

  const back = (
    <Button look="secondary" onClick={close}>
      Keep it
    </Button>
  );
  return (
    <div className={styles.ways}>
      <Button look="quiet" onClick={() => setOpen("name")}>
        Rename<span className="visually-hidden"> {name}</span>
      </Button>
      {!stays && (
        <Button look="quiet" onClick={() => setOpen("remove")}>
          Remove<span className="visually-hidden"> {name}</span>
        </Button>
      )}
      <Dialog open={open === "name"} title="Name this passkey" onClose={close}>
        <FormFrame
          unsaved={false}
          onSubmit={rename}
          actions={
            <>
              {back}
              <Button type="submit" busy={naming.busy} busyWords="Saving">
                Save the name
              </Button>
            </>
          }
        >
          <SaveProblem problem={naming.problem} onAgain={naming.again} />
          <TextField id={`name-${id}`} name="name" label="Name" hint="The device it is on, for example." defaultValue={name} maxLength={60} error={naming.problem?.fields?.name} />
        </FormFrame>
      </Dialog>
      <Dialog
        open={open === "remove"}
        title={`Remove ${name}`}
        onClose={close}
        actions={
          <>
            {back}
            <Button look="danger" busy={removing.busy} busyWords="Removing" onClick={() => void removing.run({})}>
              Remove
            </Button>
          </>
        }
      >
        <SaveProblem problem={removing.problem?.kind === "fresh" ? null : removing.problem} onAgain={removing.again} />
        {removing.problem?.fields?.passkey && (
          <Notice tone="problem" live="alert" title="Not removed.">
            {removing.problem.fields.passkey}
          </Notice>
        )}
        <p>{last ? "It is the only second factor you have: the recovery codes go with it, and the password alone signs you in." : "It no longer signs you in."} Every other session ends.</p>
      </Dialog>
    </div>
  );
}
