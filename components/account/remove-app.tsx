"use client";

import { useState, type FormEvent } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

/** `last`: the password alone signs in afterwards. */
export function RemoveApp({ last }: { last: boolean }) {
  const [removing, setRemoving] = useState(false);
  const save = useSave<{ password: string }, { href: string }>("DELETE", "/api/account/factor", ({ href }) => location.assign(href));

  function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save.run({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }

  return (
    <>
      <Button look="quiet" onClick={() => setRemoving(true)}>
        Remove<span className="visually-hidden"> the authenticator app</span>
      </Button>
      <Dialog open={removing} title={last ? "Sign in by password alone" : "Remove the authenticator app"} onClose={() => setRemoving(false)}>
        <FormFrame
          unsaved={false}
          onSubmit={remove}
          actions={
            <>
              <Button look="secondary" onClick={() => setRemoving(false)}>
                Keep it
              </Button>
              <Button type="submit" look="danger" busy={save.busy} busyWords="Removing">
                Remove
              </Button>
            </>
          }
        >
          <SaveProblem problem={save.problem?.kind === "fresh" ? null : save.problem} onAgain={save.again} />
          <PasswordField id="remove-password" error={save.problem?.fields?.password} />
        </FormFrame>
      </Dialog>
    </>
  );
}
