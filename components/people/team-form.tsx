"use client";

import type { FormEvent } from "react";
import { useRouter } from "next/navigation";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { TeamSave } from "@/lib/schemas/people";

/** The name of a care team; `was` null: a new one. */
export function TeamForm({ id, was, email }: { id: string; was: string | null; email: string }) {
  const router = useRouter();
  const save = useSave<TeamSave, { href: string }>("PUT", `/api/teams/${id}`, ({ href }) => router.push(href));
  const error = save.problem?.fields?.name;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save.run({ name: String(new FormData(event.currentTarget).get("name") ?? ""), was });
  }

  return (
    <>
      <FormFrame
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            {was === null ? "Make the team" : "Rename"}
          </Button>
        }
      >
        <ErrorSummary errors={error ? [{ id: "team-name", message: error }] : []} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <TextField id="team-name" name="name" label="Name of the team" defaultValue={was ?? ""} autoComplete="off" error={error} />
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ name: "Name of the team" }} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
