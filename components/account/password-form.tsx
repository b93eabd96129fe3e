"use client";

import { useState, type FormEvent } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { PasswordChange } from "@/lib/schemas/account";
import { NewPasswordField } from "./new-password-field";

const ids = { password: "account-password", next: "account-next" };

/** The password one has, and the new one. Every other session ends with the change. */
export function PasswordForm({ email, fewest }: { email: string; fewest: number }) {
  const [missing, setMissing] = useState<Partial<PasswordChange>>({});
  const [attempt, setAttempt] = useState(0);
  const [changed, setChanged] = useState(0);
  const save = useSave<PasswordChange, unknown>("PUT", "/api/account/password", () => setChanged((count) => count + 1), { stays: true });
  const errorOf = (name: keyof PasswordChange) => missing[name] ?? save.problem?.fields?.[name];
  const errors = (["password", "next"] as const).flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: ids[name], message }] : [];
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [password, next] = [String(given.get("password") ?? ""), String(given.get("next") ?? "")];
    const found = { ...(password === "" && { password: "Enter the password you have" }), ...(next === "" && { next: "Enter the new password" }) };
    setMissing(found);
    if (Object.keys(found).length === 0) return void save.run({ password, next });
    save.dismiss();
    setAttempt((count) => count + 1);
  }

  return (
    <>
      {changed > 0 && !save.busy && save.problem === null && (
        <Notice tone="good" live="status" title="The password is changed.">
          Every other session has ended.
        </Notice>
      )}
      <FormFrame
        key={changed}
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Changing">
            Change password
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField id={ids.password} label="Password you have" error={errorOf("password")} />
        <NewPasswordField id={ids.next} fewest={fewest} error={errorOf("next")} />
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
