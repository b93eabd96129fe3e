"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

/** Shuts somebody out, or lets them in again. Nothing of theirs is deleted. */
export function DisablePerson({ person, email }: { person: { id: string; name: string; disabled: boolean }; email: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const save = useSave<{ disabled: boolean }, unknown>("PUT", `/api/people/${person.id}/access`, () => (setAsking(false), router.refresh()), { stays: true });
  return (
    <>
      <p>{person.disabled ? `${person.name} is disabled and cannot sign in.` : `${person.name} can sign in.`}</p>
      <div>
        {person.disabled ? (
          <Button look="secondary" busy={save.busy} busyWords="Enabling" onClick={() => save.run({ disabled: false })}>
            Enable {person.name}
          </Button>
        ) : (
          <Button look="secondary" onClick={() => setAsking(true)}>
            Disable {person.name}
          </Button>
        )}
      </div>
      {!asking && <SaveProblem problem={save.problem} onAgain={save.again} />}
      <Dialog
        open={asking}
        title={`Disable ${person.name}?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              Keep
            </Button>
            <Button look="danger" busy={save.busy} busyWords="Disabling" onClick={() => save.run({ disabled: true })}>
              Disable
            </Button>
          </>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <p>Their sessions end now and they cannot sign in. What they recorded stays, and you can enable them again.</p>
      </Dialog>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
