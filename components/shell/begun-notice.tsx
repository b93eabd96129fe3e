"use client";

import { useSyncExternalStore } from "react";
import { onUnsentForms, unsentForms } from "@/components/begun/unsent-count";
import styles from "./shell.module.css";

/** That what was typed is not on the server yet, on whichever page it was typed. */
export function BegunNotice() {
  const count = useSyncExternalStore(onUnsentForms, unsentForms, () => 0);
  return (
    <output className={styles.unsent}>
      {count > 0 && `What you typed in ${count === 1 ? "a form" : `${count} forms`} is not on the server yet. It is kept on this device and sent as soon as the server answers.`}
    </output>
  );
}
