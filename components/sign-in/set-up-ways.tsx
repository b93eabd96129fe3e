"use client";

import { useState } from "react";
import { FactorSetUp } from "./factor-set-up";
import styles from "./factor-set-up.module.css";
import { NewPasskey } from "./new-passkey";
import { RecoveryCodes } from "./recovery-codes";

interface SetUpWaysProps {
  picture: { size: number; path: string };
  typed: string;
  offer: string;
  next: string;
}

/** The first second factor: a passkey, or an authenticator app. */
export function SetUpWays({ next, ...app }: SetUpWaysProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const [appDone, setAppDone] = useState(false);
  if (codes !== null) return <RecoveryCodes codes={codes} next={next} />;
  return (
    <>
      {!appDone && (
        <section className={styles.form} aria-labelledby="set-up-passkey">
          <h2 id="set-up-passkey">A passkey</h2>
          <p>Your finger, face or PIN on this device or a security key. Nothing to type, and no false page can ask for it.</p>
          <NewPasskey url="/api/sign-in/setup/passkey" words="Set up a passkey" onMade={setCodes} onLate={() => location.assign(`/sign-in?next=${encodeURIComponent(next)}`)} />
          <h2>Or an authenticator app</h2>
        </section>
      )}
      <FactorSetUp {...app} url="/api/sign-in/setup" next={next} onDone={() => setAppDone(true)} />
    </>
  );
}
