"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { FactorSetUp as Body } from "@/lib/schemas/account";
import styles from "./factor-set-up.module.css";
import { PasswordField } from "./password-field";
import { RecoveryCodes } from "./recovery-codes";

interface FactorSetUpProps {
  /** What an app scans: an SVG path of so many units. */
  picture: { size: number; path: string };
  /** The same to type, in groups of four. */
  typed: string;
  offer: string;
  url: "/api/sign-in/setup" | "/api/account/factor";
  next: string;
  /** It is set up; the recovery codes are shown. */
  onDone?: () => void;
}

const ids = { password: "set-up-password", code: "set-up-code" };

/** Joining an authenticator app to one's account, and the recovery codes that come of it. */
export function FactorSetUp({ picture, typed, offer, url, next, onDone }: FactorSetUpProps) {
  const signs = url === "/api/account/factor";
  const [codes, setCodes] = useState<string[] | null>(null);
  const save = useSave<Body & { password?: string }, { codes: string[] }>("POST", url, (answer) => {
    setCodes(answer.codes);
    onDone?.();
  });
  const errors = (["password", "code"] as const).flatMap((name) => {
    const message = save.problem?.fields?.[name];
    return message ? [{ id: ids[name], message }] : [];
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void save.run({ offer, code: String(given.get("code") ?? ""), ...(signs && { password: String(given.get("password") ?? "") }) });
  }

  if (codes !== null) return <RecoveryCodes codes={codes} next={next} />;
  if (save.problem?.kind === "sign-in") {
    return (
      <Notice tone="warning" live="alert" title="This took too long." action={<Button onClick={() => location.assign(`/sign-in?next=${encodeURIComponent(next)}`)}>Sign in again</Button>}>
        Nothing was set up.
      </Notice>
    );
  }
  return (
    <form className={styles.form} method="post" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={save.failures} />
      <SaveProblem problem={save.problem} onAgain={save.again} />
      <p>Scan this with an authenticator app on your phone, or type the key into it.</p>
      <svg className={styles.picture} viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label="A code for an authenticator app to scan; the key below says the same">
        <path d={picture.path} />
      </svg>
      <p className={styles.key}>
        Key <code>{typed}</code>
      </p>
      {signs && <PasswordField id={ids.password} error={save.problem?.fields?.password} />}
      <TextField id={ids.code} label="Code the app shows" hint="Six digits, new every 30 seconds." name="code" inputMode="numeric" autoComplete="one-time-code" spellCheck={false} error={save.problem?.fields?.code} short />
      <Button type="submit" busy={save.busy} busyWords="Checking">
        Set up
      </Button>
    </form>
  );
}
