"use client";

import { useState, type FormEvent } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFrame } from "@/components/ui/form-frame";
import { LinkButton } from "@/components/ui/link-button";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

interface FactorCardProps {
  hasFactor: boolean;
  /** False in the demonstration alone: there one may do without. */
  required: boolean;
  /** Recovery codes that were not used yet. */
  codesLeft: number;
}

export function FactorCard({ hasFactor, required, codesLeft }: FactorCardProps) {
  const [removing, setRemoving] = useState(false);
  const save = useSave<{ password: string }, { href: string }>("DELETE", "/api/account/factor", ({ href }) => location.assign(href));

  function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save.run({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }

  return (
    <>
      <p>
        {hasFactor
          ? `An authenticator app is set up; ${codesLeft} of 10 recovery codes are left.`
          : "None is set up. With the invented patients of this demonstration one may do without; a clinic of one's own asks everybody."}
      </p>
      <div>
        <LinkButton look="secondary" href="/account/factor">
          {hasFactor ? "Set up anew" : "Set up a second factor"}
        </LinkButton>{" "}
        {hasFactor && !required && (
          <Button look="quiet" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        )}
      </div>
      <Dialog open={removing} title="Sign in by password alone" onClose={() => setRemoving(false)}>
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
          <SaveProblem problem={save.problem} onAgain={save.again} />
          <PasswordField id="remove-password" error={save.problem?.fields?.password} />
        </FormFrame>
      </Dialog>
    </>
  );
}
