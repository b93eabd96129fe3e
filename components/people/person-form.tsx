"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
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
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const inOrder = (all: readonly string[], some: readonly string[]) => all.filter((each) => some.includes(each));

/** The roles and care teams of somebody else. */
export function PersonForm({ person, was: read, teams, zone, email, keeper }: PersonFormProps) {
  const router = useRouter();
  const [saved, setSaved] = useState(0);
  // In the order of the boxes, so that one ticked and unticked again is nothing entered.
  const first = { roles: inOrder(roleOptions.map(({ value }) => value), read.roles), teamIds: inOrder(teams.map(({ id }) => id), read.teamIds), was: read };
  const draft = useFormDraft(keeper, `${person.id}/person`, first);
  const { roles, teamIds, was } = draft.values;
  const save = useSave<PersonSave, unknown>("PUT", `/api/people/${person.id}`, () => (draft.forget(), setSaved((count) => count + 1), router.refresh()), { stays: true });
  const errors = (["roles", "teamIds"] as const).flatMap((name) => {
    const message = save.problem?.fields?.[name];
    return message ? [{ id: `person-${name}`, message }] : [];
  });

  const nameOf = (each: string) => roleOptions.find(({ value }) => value === each)?.label ?? teams.find(({ id }) => id === each)?.name ?? each;
  const say = (_: string, value: unknown) => (value as string[]).map(nameOf).join(", ") || null;

  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run({ roles: roles as PersonSave["roles"], teamIds, was });
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
        onReady={(typed) => draft.set({ roles: typed.getAll("roles").map(String), teamIds: typed.getAll("teamIds").map(String), was })}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Save roles and teams
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <CheckboxGroup
          id="person-roles"
          name="roles"
          legend="Roles"
          error={save.problem?.fields?.roles}
          options={roleOptions}
          chosen={roles}
          onChange={(next) => draft.set({ roles: next, teamIds, was })}
        />
        <CheckboxGroup
          id="person-teamIds"
          name="teamIds"
          legend="Care teams"
          hint="Clinicians and assistants see the patients of these teams."
          error={save.problem?.fields?.teamIds}
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
          chosen={teamIds}
          onChange={(next) => draft.set({ roles, teamIds: next, was })}
        />
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ roles: "Roles", teamIds: "Care teams" }} say={say} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
