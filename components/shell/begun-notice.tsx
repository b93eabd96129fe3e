"use client";

import { useSyncExternalStore } from "react";
import { onUnsentForms, unsentForms } from "@/components/begun/unsent-count";
import styles from "./begun-notice.module.css";

/** That what was typed is not on the server yet, on whichever page it was typed. */
export function BegunNotice() {
  const count = useSyncExternalStore(onUnsentForms, unsentForms, () => 0);
  return (
    <output className={styles.unsent}>
      {count > 0 && `${count === 1 ? "A form you began is" : `${count} forms you began are`} not on the server yet: kept on this device until it is.`}
    </output>
  );
}
