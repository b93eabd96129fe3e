"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { send, type Sent } from "@/components/ui/send";
import { FactorFields } from "./factor-fields";
import { passkeysWork, showPasskey } from "./passkey-client";
import styles from "./sign-in.module.css";

interface CodeFormProps {
  idPrefix: string;
  /** Whether there is a passkey to show instead. */
  passkey: boolean;
  onSignedIn: () => void;
  /** Too late: the password is asked again. */
  onLate: () => void;
}

/** The second step of signing in. */
export function CodeForm({ idPrefix, passkey, onSignedIn, onLate }: CodeFormProps) {
  const [message, setMessage] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const id = `${idPrefix}-code`;
  const withPasskey = passkey && passkeysWork();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await send("POST", "/api/sign-in/code", { code: String(new FormData(form).get("code") ?? "") });
    if (!answer.ok) form.reset();
    settle(answer);
  }

  async function usePasskey() {
    if (busy) return;
    setBusy(true);
    const shown = await showPasskey("/api/sign-in/passkey");
    settle(shown.ok ? await send("PUT", "/api/sign-in/passkey", { passkey: shown.data }) : shown);
  }

  function settle(answer: Sent<unknown>) {
    if (answer.ok) return onSignedIn();
    setBusy(false);
    if (answer.error.kind === "sign-in") return onLate();
    setMessage(answer.error.fields?.code ?? answer.error.fields?.passkey ?? answer.error.message);
    setAttempt((count) => count + 1);
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={submit}>
      <ErrorSummary errors={message ? [{ id, message }] : []} attempt={attempt} />
      <FactorFields id={id} passkey={passkey} offered={withPasskey} busy={busy} error={message} onPasskey={() => void usePasskey()} />
      <Button type="submit" look={withPasskey ? "secondary" : "primary"} busy={busy} busyWords="Signing in">
        Sign in
      </Button>
    </form>
  );
}
