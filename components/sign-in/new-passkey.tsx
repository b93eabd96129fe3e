"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import { send, type SendError } from "@/components/ui/send";
import { makePasskey, passkeysWork } from "./passkey-client";

interface NewPasskeyProps {
  url: "/api/sign-in/setup/passkey" | "/api/account/passkeys";
  look?: ButtonLook;
  words: string;
  /** With the recovery codes that came of it: none beside an earlier factor. */
  onMade: (codes: string[]) => void;
  onLate: () => void;
}

const never = () => () => undefined;

/** Makes a passkey in this browser and stores it with one's account. */
export function NewPasskey({ url, look = "primary", words, onMade, onLate }: NewPasskeyProps) {
  const works = useSyncExternalStore(never, passkeysWork, () => true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SendError | null>(null);

  async function make() {
    setBusy(true);
    setProblem(null);
    const made = await makePasskey(url);
    const answer = made.ok ? await send<{ codes: string[] }>("PUT", url, { passkey: made.data }) : made;
    setBusy(false);
    if (answer.ok) return onMade((answer.data as { codes: string[] }).codes);
    if (answer.error.kind === "sign-in") return onLate();
    setProblem(answer.error);
  }

  if (!works) return <p>This browser, or this address, knows no passkeys.</p>;
  return (
    <>
      {problem && (
        <Notice tone="problem" live="alert" title="No passkey was added.">
          {problem.message}
        </Notice>
      )}
      <Button look={look} busy={busy} busyWords="Waiting for your device" onClick={() => void make()}>
        {words}
      </Button>
    </>
  );
}
