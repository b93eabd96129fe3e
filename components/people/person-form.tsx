"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { PersonSave } from "@/lib/schemas/people";
import { roleOptions } from "./role-options";

interface PersonFormProps {
  person: { id: string; name: string };
  /** As they are now: sent along, so that nobody's change is lost. */
  was: PersonSave["was"];
  teams: readonly { id: string; name: string }[];
  email: string;
}

/** The roles and care teams of somebody else. */
export function PersonForm({ person, was, teams, email }: PersonFormProps) {
  const router = useRouter();
  const [saved, setSaved] = useState(0);
  const save = useSave<PersonSave, unknown>("PUT", `/api/people/${person.id}`, () => (setSaved((count) => count + 1), router.refresh()), { stays: true });
  const errors = (["roles", "teamIds"] as const).flatMap((name) => {
    const message = save.problem?.fields?.[name];
    return message ? [{ id: `person-${name}`, message }] : [];
  });

  const nameOf = (each: string) => roleOptions.find(({ value }) => value === each)?.label ?? teams.find(({ id }) => id === each)?.name ?? each;
  const say = (_: string, value: unknown) => (value as string[]).map(nameOf).join(", ") || null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void save.run({ roles: given.getAll("roles") as PersonSave["roles"], teamIds: given.getAll("teamIds").map(String), was });
  }

  return (
    <>
      {saved > 0 && !save.busy && save.problem === null && (
        <Notice tone="good" live="status" title="Saved.">
          It holds from now on. If a role changed, {person.name} has to sign in again.
        </Notice>
      )}
      <FormFrame
        key={saved}
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Save roles and teams
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <CheckboxGroup
          id="person-roles"
          name="roles"
          legend="Roles"
          error={save.problem?.fields?.roles}
          options={roleOptions.map((role) => ({ ...role, checked: was.roles.includes(role.value) }))}
        />
        <CheckboxGroup
          id="person-teamIds"
          name="teamIds"
          legend="Care teams"
          hint="Clinicians and assistants see the patients of these teams."
          error={save.problem?.fields?.teamIds}
          options={teams.map((team) => ({ value: team.id, label: team.name, checked: was.teamIds.includes(team.id) }))}
        />
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ roles: "Roles", teamIds: "Care teams" }} say={say} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
