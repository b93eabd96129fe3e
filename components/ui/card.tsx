import type { ReactNode } from "react";
import styles from "./card.module.css";

interface CardProps {
  id?: string;
  title?: ReactNode;
  /** At the end of the title's line: a switch, a link. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Card({ id, title, aside, children }: CardProps) {
  const Frame = title ? "section" : "div";
  return (
    <Frame id={id} className={styles.card}>
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
