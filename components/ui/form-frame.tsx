import type { FormEvent, ReactNode } from "react";
import styles from "./form-frame.module.css";

interface FormFrameProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Somebody began to fill it in: the moment to fetch what saving will need. A failure waits until then. */
  onFocus?: () => Promise<unknown>;
  /** Buttons at the end. */
  actions: ReactNode;
  children: ReactNode;
}

/** Fields one below the other. Sent before its script has loaded, nothing typed gets into the address. */
export function FormFrame({ onSubmit, onFocus, actions, children }: FormFrameProps) {
  return (
    <form className={styles.form} method="post" noValidate onSubmit={onSubmit} onFocus={onFocus && (() => void onFocus().catch(() => null))}>
      {children}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
