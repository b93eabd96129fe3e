"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { InvitationSave } from "@/lib/schemas/invitation";
import { InvitationLink } from "./invitation-link";
import { roleOptions } from "./role-options";

interface InviteFormProps {
  /** Made by the page: sent twice, it is one invitation. */
  id: string;
  teams: readonly { id: string; name: string }[];
  email: string;
}

const order = ["name", "email", "roles", "teamIds"] as const;

/** Name, address, roles and teams of the person to come; afterwards the link to give them. */
export function InviteForm({ id, teams, email }: InviteFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<{ link: string; name: string } | null>(null);
  const save = useSave<InvitationSave, { link: string }>("PUT", `/api/invitations/${id}`, ({ link }, { name }) => {
    setMade({ link, name });
    router.refresh();
  }, { stays: true });
  const errorOf = (name: (typeof order)[number]) => save.problem?.fields?.[name];
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `invite-${name}`, message }] : [];
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const words = (name: string) => String(given.get(name) ?? "");
    void save.run({ name: words("name"), email: words("email"), roles: given.getAll("roles") as InvitationSave["roles"], teamIds: given.getAll("teamIds").map(String) });
  }

  if (made) return <InvitationLink {...made} />;
  return (
    <>
      <FormFrame
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Inviting">
            Make the invitation
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <SideBySide>
          <TextField id="invite-name" name="name" label="Name" autoComplete="off" spellCheck={false} error={errorOf("name")} />
          <TextField id="invite-email" name="email" label="E-mail address" type="email" autoComplete="off" spellCheck={false} error={errorOf("email")} />
        </SideBySide>
        <CheckboxGroup
          id="invite-roles"
          name="roles"
          legend="Roles"
          error={errorOf("roles")}
          options={roleOptions.map((role) => ({ ...role, checked: role.value === "clinician" }))}
        />
        <CheckboxGroup id="invite-teamIds" name="teamIds" legend="Care teams" error={errorOf("teamIds")} options={teams.map((team) => ({ value: team.id, label: team.name, checked: teams.length === 1 }))} />
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
