"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { send } from "@/components/ui/send";
import { TextField } from "@/components/ui/text-field";
import { PasswordField } from "./password-field";
import styles from "./sign-in.module.css";

interface ConfirmDialogProps {
  ask: "code" | "password";
  onAnswer: (confirmed: boolean) => void;
}

const formId = "confirm-it-is-you";
const focus = (field: HTMLInputElement | null) => field?.focus();

export function ConfirmDialog({ ask, onAnswer }: ConfirmDialogProps) {
  const [message, setMessage] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const id = `confirm-${ask}`;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await send("PUT", "/api/account/fresh", { [ask]: String(new FormData(form).get(ask) ?? "") });
    setBusy(false);
    // Whoever was signed out meanwhile is told so by the write that is waiting.
    if (answer.ok || answer.error.kind === "sign-in") return onAnswer(true);
    form.reset();
    setMessage(answer.error.fields?.[ask] ?? answer.error.message);
    setAttempt((count) => count + 1);
  }

  return (
    <Dialog
      open
      title="Confirm that it is you"
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button look="secondary" onClick={() => onAnswer(false)}>
            Not now
          </Button>
          <Button type="submit" form={formId} busy={busy} busyWords="Checking">
            Confirm
          </Button>
        </>
      }
    >
      <p>This needs more than a session that was left open. What you entered stays on the page.</p>
      <form id={formId} className={styles.form} method="post" noValidate onSubmit={submit}>
        <ErrorSummary errors={message ? [{ id, message }] : []} attempt={attempt} />
        {ask === "code" ? (
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
        ) : (
          <PasswordField id={id} label="Your password" error={message || undefined} />
        )}
      </form>
    </Dialog>
  );
}
