"use client";

import type { FormEvent } from "react";
import { useRouter } from "next/navigation";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { TeamSave } from "@/lib/schemas/people";

interface TeamFormProps {
  id: string;
  was: string | null;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** The name of a care team; `was` null: a new one. */
export function TeamForm({ id: given, was: read, zone, email, keeper }: TeamFormProps) {
  const router = useRouter();
  const draft = useFormDraft(keeper, `${read === null ? "new" : given}/team`, { id: given, name: read ?? "", was: read });
  const { id, name, was } = draft.values;
  const setName = (next: string) => draft.set({ id, name: next, was });
  const save = useSave<TeamSave, { href: string }>("PUT", `/api/teams/${id}`, ({ href }) => (draft.forget(), router.push(href)));
  const error = save.problem?.fields?.name;

  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run({ name, was });
  }

  return (
    <>
      <FormFrame
        onSubmit={submit}
        onReady={(typed) => setName(String(typed.get("name")))}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            {read === null ? "Make the team" : "Rename"}
          </Button>
        }
      >
        <ErrorSummary errors={error ? [{ id: "team-name", message: error }] : []} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <TextField id="team-name" name="name" label="Name of the team" value={name} autoComplete="off" error={error} onChange={(event) => setName(event.target.value)} />
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ name: "Name of the team" }} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
