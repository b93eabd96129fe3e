"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./factor-set-up.module.css";

/** Shown this once: only what they hash to is kept. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.form}>
      <h2 ref={title} tabIndex={-1}>
        Recovery codes
      </h2>
      <p>Each signs you in once without a passkey or your phone. They are not shown again: print them or write them down, and keep them where you keep keys.</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.ways}>
        <Button look="secondary" onClick={() => window.print()}>
          Print them
        </Button>
        <Button look="secondary" onClick={() => void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true), () => setCopied(false))}>
          Copy them
        </Button>
      </div>
      <output>{copied && "Copied. Clear the clipboard once you have put them away."}</output>
      <Button onClick={() => location.assign(next)}>I have kept them, go on</Button>
    </div>
  );
}
