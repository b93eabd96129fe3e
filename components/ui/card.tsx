import type { ReactNode } from "react";
import styles from "./card.module.css";

interface CardProps {
  id?: string;
  title?: ReactNode;
  /** At the end of the title's line: a switch, a link. */
  aside?: ReactNode;
  /** A form, say: left out on paper. */
  screenOnly?: boolean;
  children: ReactNode;
}

export function Card({ id, title, aside, screenOnly, children }: CardProps) {
  const Frame = title ? "section" : "div";
  return (
    <Frame id={id} className={screenOnly ? `${styles.card} screen-only` : styles.card}>
      {(title || aside) && (
        <div className={styles.head}>
          {title && <h2>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </Frame>
  );
}
