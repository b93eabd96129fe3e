"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

/** For an administrator: somebody has lost their phone and their recovery codes. */
export function ResetFactor({ person, email }: { person: { id: string; name: string }; email: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const save = useSave<undefined, unknown>("DELETE", `/api/people/${person.id}/factor`, () => (setAsking(false), router.refresh()), { stays: true });
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        Reset<span className="visually-hidden"> the second factor of {person.name}</span>
      </Button>
      <Dialog
        open={asking}
        title={`Reset the second factor of ${person.name}?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              Keep it
            </Button>
            <Button look="danger" busy={save.busy} busyWords="Resetting" onClick={() => save.run(undefined)}>
              Reset
            </Button>
          </>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <p>Make sure it is {person.name} who asks. Their sessions end now; they sign in with their password and set up a new one.</p>
      </Dialog>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
