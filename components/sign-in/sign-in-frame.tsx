import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import styles from "./sign-in.module.css";

interface SignInFrameProps {
  title?: string;
  synthetic: boolean;
  children: ReactNode;
}

/** The page around the sign-in form, and around other pages for somebody not signed in. */
export function SignInFrame({ title = "Sign in", synthetic, children }: SignInFrameProps) {
  return (
    <main className={styles.page}>
      <svg
        className={styles.course}
        viewBox="0 0 1200 320"
        preserveAspectRatio="none"
        fill="none"
        aria-hidden="true"
      >
        <path d="M0 60 L180 54 L230 112 L330 128 L480 150 L590 166 L760 182 L880 222 L1020 240 L1200 252" />
      </svg>
      <div className={styles.panel}>
        <Logo />
        <div className={styles.card}>
          <h1>{title}</h1>
          {children}
          {synthetic && <p className={styles.foot}>Synthetic patients: everyone shown here is invented. For that reason alone no second factor is asked for.</p>}
        </div>
      </div>
    </main>
  );
}
