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
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

interface Invited {
  name: string;
  email: string;
  roles: string[];
  teamIds: string[];
}

const order = ["name", "email", "roles", "teamIds"] as const;

/** Name, address, roles and teams of the person to come; afterwards the link to give them. */
export function InviteForm({ id, teams, zone, email, keeper }: InviteFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<{ link: string; name: string } | null>(null);
  const draft = useFormDraft<Invited>(keeper, "new/invitation", { name: "", email: "", roles: ["clinician"], teamIds: teams.length === 1 ? teams.map((team) => team.id) : [] });
  const invited = draft.values;
  const set = (more: Partial<Invited>) => draft.set({ ...invited, ...more });
  const save = useSave<InvitationSave, { link: string }>("PUT", `/api/invitations/${id}`, ({ link }, { name }) => {
    draft.forget();
    setMade({ link, name });
    router.refresh();
  }, { stays: true });
  const errorOf = (name: (typeof order)[number]) => save.problem?.fields?.[name];
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `invite-${name}`, message }] : [];
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run({ ...invited, roles: invited.roles as InvitationSave["roles"] });
  }

  if (made) return <InvitationLink {...made} />;
  return (
    <>
      <FormFrame
        onSubmit={submit}
        onReady={(typed) => draft.set({ name: String(typed.get("name")), email: String(typed.get("email")), roles: typed.getAll("roles").map(String), teamIds: typed.getAll("teamIds").map(String) })}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Inviting">
            Make the invitation
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <SideBySide>
          <TextField id="invite-name" name="name" label="Name" autoComplete="off" spellCheck={false} error={errorOf("name")} value={invited.name} onChange={(event) => set({ name: event.target.value })} />
          <TextField id="invite-email" name="email" label="E-mail address" type="email" autoComplete="off" spellCheck={false} error={errorOf("email")} value={invited.email} onChange={(event) => set({ email: event.target.value })} />
        </SideBySide>
        <CheckboxGroup id="invite-roles" name="roles" legend="Roles" error={errorOf("roles")} options={roleOptions} chosen={invited.roles} onChange={(roles) => set({ roles })} />
        <CheckboxGroup id="invite-teamIds" name="teamIds" legend="Care teams" error={errorOf("teamIds")} options={teams.map((team) => ({ value: team.id, label: team.name }))} chosen={invited.teamIds} onChange={(teamIds) => set({ teamIds })} />
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
