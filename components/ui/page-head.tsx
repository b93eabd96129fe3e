import { Fragment, type ReactNode } from "react";
import styles from "./page-head.module.css";

interface PageHeadProps {
  title: ReactNode;
  /** Short facts below the title, joined by dots. */
  facts?: readonly (string | null | false)[];
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}

export function PageHead({ title, facts = [], actions }: PageHeadProps) {
  const shown = facts.filter(Boolean);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1>{title}</h1>
        {shown.length > 0 && (
          <p>
            {shown.map((fact, index) => (
              <Fragment key={String(fact)}>
                {index > 0 && " "}
                <span>
                  {fact}
                  {index < shown.length - 1 && "\u00a0·"}
                </span>
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
