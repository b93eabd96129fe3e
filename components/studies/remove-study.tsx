"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";

/** Takes a study out of every comparison. What it said stays to be read. */
export function RemoveStudy({ id, name, version, email }: { id: string; name: string; version: number; email: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const save = useSave<{ version: number; reason: string }, { href: string }>("POST", `/api/studies/${id}/removal`, ({ href }) => router.push(href));
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Dialog
        open={asking}
        title={`Remove ${name}?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              Keep
            </Button>
            <Button look="danger" busy={save.busy} busyWords="Removing" onClick={() => save.run({ version, reason })}>
              Remove
            </Button>
          </>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <p>It enters no comparison any more. What it said stays in its history, and it can be brought back.</p>
        <TextField id="study-removal-reason" label="Why it is removed" value={reason} onChange={(event) => setReason(event.target.value)} error={save.problem?.fields?.reason} autoComplete="off" />
      </Dialog>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
