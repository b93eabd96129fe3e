"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import styles from "./factor-set-up.module.css";

/** Shown this once: only what they hash to is kept. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.form}>
      <h2 ref={title} tabIndex={-1}>
        Recovery codes
      </h2>
      <p>Each signs you in once without your phone. They are not shown again: print them or write them down, and keep them where you keep keys.</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="secondary" onClick={() => window.print()}>
        Print them
      </Button>
      <Button onClick={() => location.assign(next)}>I have kept them, go on</Button>
    </div>
  );
}
