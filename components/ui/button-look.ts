import styles from "./button.module.css";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

export function buttonLook(look: ButtonLook): string {
  return `${styles.button} ${styles[look]}`;
}

export const buttonKey = styles.key;
