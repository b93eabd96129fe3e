"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";

interface RemoveStudyProps {
  id: string;
  name: string;
  version: number;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** Takes a study out of every comparison. What it said stays to be read. */
export function RemoveStudy({ id, name, version: read, zone, email, keeper }: RemoveStudyProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const draft = useFormDraft(keeper, `${id}/removal`, { reason: "", version: read });
  const { reason, version } = draft.values;
  const close = () => {
    setAsking(false);
    draft.clear();
  };
  const save = useSave<{ version: number; reason: string }, { href: string }>("POST", `/api/studies/${id}/removal`, ({ href }) => (draft.forget(), router.push(href)));
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Dialog
        open={asking || draft.leftAt !== null}
        title={`Remove ${name}?`}
        onClose={close}
        actions={
          <>
            <Button look="secondary" onClick={close}>
              Keep
            </Button>
            <Button look="danger" busy={save.busy} busyWords="Removing" onClick={() => save.run({ version, reason })}>
              Remove
            </Button>
          </>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={close} />}
        <p>It enters no comparison any more. What it said stays in its history, and it can be brought back.</p>
        <TextField id="study-removal-reason" label="Why it is removed" value={reason} onChange={(event) => draft.set({ reason: event.target.value, version })} error={save.problem?.fields?.reason} autoComplete="off" />
      </Dialog>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
