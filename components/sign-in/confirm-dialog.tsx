"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { send, type Sent } from "@/components/ui/send";
import { FactorFields } from "./factor-fields";
import { passkeysWork, showPasskey } from "./passkey-client";
import { PasswordField } from "./password-field";
import styles from "./sign-in.module.css";

interface ConfirmDialogProps {
  ask: "passkey" | "code" | "password";
  onAnswer: (confirmed: boolean) => void;
}

const formId = "confirm-it-is-you";

export function ConfirmDialog({ ask, onAnswer }: ConfirmDialogProps) {
  const [message, setMessage] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const field = ask === "password" ? "password" : "code";
  const id = `confirm-${field}`;
  const withPasskey = ask === "passkey" && passkeysWork();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await send("PUT", "/api/account/fresh", { [field]: String(new FormData(form).get(field) ?? "") });
    if (!answer.ok) form.reset();
    settle(answer);
  }

  async function usePasskey() {
    if (busy) return;
    setBusy(true);
    const shown = await showPasskey("/api/account/fresh/passkey");
    settle(shown.ok ? await send("PUT", "/api/account/fresh", { passkey: shown.data }) : shown);
  }

  function settle(answer: Sent<unknown>) {
    setBusy(false);
    // Whoever was signed out meanwhile is told so by the write that is waiting.
    if (answer.ok || answer.error.kind === "sign-in") return onAnswer(true);
    setMessage(answer.error.fields?.[field] ?? answer.error.fields?.passkey ?? answer.error.message);
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
          <Button type="submit" look={withPasskey ? "secondary" : "primary"} form={formId} busy={busy} busyWords="Checking">
            Confirm
          </Button>
        </>
      }
    >
      <p>This needs more than a session that was left open. What you entered stays on the page.</p>
      <form id={formId} className={styles.form} method="post" noValidate onSubmit={submit}>
        <ErrorSummary errors={message ? [{ id, message }] : []} attempt={attempt} />
        {field === "code" ? (
          <FactorFields id={id} passkey={ask === "passkey"} offered={withPasskey} busy={busy} error={message} onPasskey={() => void usePasskey()} />
        ) : (
          <PasswordField id={id} label="Your password" error={message || undefined} />
        )}
      </form>
    </Dialog>
  );
}
