import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import styles from "./sitting-strip.module.css";

export interface SittingStep {
  id: string;
  short: string;
  state: "recorded" | "now" | "open";
  href: string;
}

interface SittingStripProps {
  steps: readonly SittingStep[];
  /** To the next measure, or to the chart after the last. */
  skip: string;
}

/** The measures of one sitting, and where one is among them. Leaving one keeps its answers. */
export function SittingStrip({ steps, skip }: SittingStripProps) {
  return (
    <nav className={styles.strip} aria-label="This sitting">
      <ol className={styles.steps}>
        {steps.map(({ id, short, state, href }, index) => (
          <li key={id} className={styles.step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span aria-hidden="true">{index + 1} </span>
            {state === "open" ? (
              <Link href={href} prefetch={false} replace className={styles.link}>
                {short}
              </Link>
            ) : (
              short
            )}
            {state === "recorded" && (
              <>
                <span aria-hidden="true"> ✓</span>
                <span className="visually-hidden"> recorded</span>
              </>
            )}
          </li>
        ))}
      </ol>
      <LinkButton look="quiet" href={skip} replace>
        Skip for now
      </LinkButton>
    </nav>
  );
}
