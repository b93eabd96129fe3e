"use client";

import { useRef, type ReactNode } from "react";
import styles from "./scroll-frame.module.css";
import { useScrollStop } from "./use-scroll-stop";

interface ScrollFrameProps {
  /** Names what is in it, for those who come to it by keyboard or by ear. */
  label: string;
  /** As long as it is, scrolling to the side alone. */
  whole?: boolean;
  children: ReactNode;
}

/** What is wider than the page scrolls in here, by keyboard too; a shadow at an edge says that there is more beyond it. */
export function ScrollFrame({ label, whole = false, children }: ScrollFrameProps) {
  const frame = useRef<HTMLElement>(null);
  useScrollStop(frame);
  return (
    <section ref={frame} className={styles.frame} data-whole={whole || undefined} aria-label={label}>
      {children}
    </section>
  );
}
