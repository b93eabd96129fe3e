"use client";

import { useState } from "react";
import { PasswordField } from "@/components/sign-in/password-field";

interface NewPasswordFieldProps {
  id: string;
  /** Characters at the least (lib/auth/new-password.ts). */
  fewest: number;
  error?: string | undefined;
}

/** Says how much of the length is there while it is typed; whether it is a common one only the server knows. */
export function NewPasswordField({ id, fewest, error }: NewPasswordFieldProps) {
  const [typed, setTyped] = useState(0);
  const hint = `${fewest} characters or more. Four or five words you will remember do well; digits and signs are not needed.`;
  return (
    <PasswordField
      id={id}
      name="next"
      label="New password"
      autoComplete="new-password"
      hint={typed > 0 && typed < fewest ? `${hint} ${fewest - typed} to go.` : hint}
      error={error}
      onInput={(event) => setTyped([...event.currentTarget.value.normalize("NFC")].length)}
    />
  );
}
