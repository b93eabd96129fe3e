"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/components/ui/send";
import styles from "./sign-in.module.css";

interface CodeFormProps {
  idPrefix: string;
  onSignedIn: () => void;
  /** Too late: the password is asked again. */
  onLate: () => void;
}

const focus = (field: HTMLInputElement | null) => field?.focus();

/** The second step of signing in. */
export function CodeForm({ idPrefix, onSignedIn, onLate }: CodeFormProps) {
  const [message, setMessage] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const id = `${idPrefix}-code`;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await send("POST", "/api/sign-in/code", { code: String(new FormData(form).get("code") ?? "") });
    if (answer.ok) return onSignedIn();
    setBusy(false);
    if (answer.error.kind === "sign-in") return onLate();
    form.reset();
    setMessage(answer.error.fields?.code ?? answer.error.message);
    setAttempt((count) => count + 1);
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={submit}>
      <ErrorSummary errors={message ? [{ id, message }] : []} attempt={attempt} />
      <TextField
        id={id}
        label="Code from your authenticator app"
        hint="Six digits; or one of your recovery codes."
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        ref={focus}
        error={message || undefined}
        short
      />
      <Button type="submit" busy={busy} busyWords="Signing in">
        Sign in
      </Button>
    </form>
  );
}
