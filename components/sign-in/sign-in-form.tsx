"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type SummaryError } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "./auth-client";
import type { CodeForm } from "./code-form";
import { PasswordField } from "./password-field";
import styles from "./sign-in.module.css";

interface SignInFormProps {
  /** Tells this form's fields from another form's on the same page. */
  idPrefix?: string;
  defaultEmail?: string;
  /** Where to go on if a second factor has to be set up first; by default, on this page. */
  next?: string;
  onSignedIn: (email: string) => void;
}

export function SignInForm({ idPrefix = "sign-in", defaultEmail = "", next, onSignedIn }: SignInFormProps) {
  const [due, setDue] = useState<{ email: string; passkey: boolean; Second: typeof CodeForm } | null>(null);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const emailId = `${idPrefix}-email`;
  const passwordId = `${idPrefix}-password`;
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    // Read from the fields themselves: they may have been filled in before the script ran.
    const given = new FormData(form);
    const email = String(given.get("email") ?? "").trim();
    const password = String(given.get("password") ?? "");
    const missing: SummaryError[] = [];
    if (email === "") missing.push({ id: emailId, message: "Enter your e-mail address" });
    if (password === "") missing.push({ id: passwordId, message: "Enter your password" });
    if (missing.length > 0) return refuse(missing);
    setBusy(true);
    const answer = await signIn(email, password);
    if (answer.ok && answer.next === "setup") return location.assign(`/sign-in/setup?next=${encodeURIComponent(next ?? location.pathname)}`);
    if (answer.ok && answer.next === null) return onSignedIn(email);
    if (answer.ok) {
      // Every page that can lose its session has this form: the second step is loaded when it is due. After an update of the server it is gone.
      const second = await import("./code-form").catch(() => null);
      setBusy(false);
      if (second === null) return refuse([{ id: passwordId, message: "Courseline was updated since this page was opened. Sign in in another tab, then come back: what you typed is still here." }]);
      setErrors([]);
      return setDue({ email, passkey: answer.next === "passkey", Second: second.CodeForm });
    }
    setBusy(false);
    const typed = form.elements.namedItem("password");
    if (typed instanceof HTMLInputElement) typed.value = "";
    refuse([{ id: passwordId, message: answer.message }]);
  }

  function refuse(found: SummaryError[]) {
    setErrors(found);
    setAttempt((count) => count + 1);
  }

  function late() {
    setDue(null);
    refuse([{ id: passwordId, message: "This took too long. Enter your password again." }]);
  }

  if (due !== null) return <due.Second idPrefix={idPrefix} passkey={due.passkey} onSignedIn={() => onSignedIn(due.email)} onLate={late} />;

  // method="post": should the form be sent before its script has loaded, nothing typed gets into the address.
  return (
    <form className={styles.form} method="post" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        id={emailId}
        label="E-mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={defaultEmail}
        error={errorOf(emailId)}
      />
      <PasswordField id={passwordId} error={errorOf(passwordId)} />
      <Button type="submit" busy={busy} busyWords="Signing in">
        Sign in
      </Button>
    </form>
  );
}
