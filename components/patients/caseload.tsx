"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CaseloadPage } from "@/lib/schemas/caseload";
import { CaseloadNone } from "./caseload-none";
import { CaseloadTable } from "./caseload-table";
import { CaseloadToolbar } from "./caseload-toolbar";
import { shownWords, type CaseloadView } from "./caseload-view";
import styles from "./caseload.module.css";
import { useCaseload } from "./use-caseload";

interface CaseloadProps {
  page: CaseloadPage;
  view: CaseloadView;
  /** How many rows a full page has. */
  perPage: number;
  /** The measure's highest total, for the sparklines. */
  max: number;
  /** Null for whoever adds no patients. */
  addHref: string | null;
  /** What judges a change here, and where it is explained. */
  rule: { name: string; href: string };
}

export function Caseload({ page: first, view: firstView, perPage, max, addHref, rule }: CaseloadProps) {
  const caseload = useCaseload(first, firstView);
  const { page, view, error, waiting } = caseload;
  return (
    <div className={styles.caseload}>
      <CaseloadToolbar
        query={caseload.query}
        view={view}
        counts={page.counts}
        addHref={addHref}
        onSearch={caseload.search}
        onLook={caseload.look}
      />
      {error && (
        <Notice
          tone="warning"
          live="alert"
          title={error.kind === "offline" ? "Offline." : "Not up to date."}
          action={
            <Button look="secondary" onClick={caseload.again} busy={waiting}>
              Try again
            </Button>
          }
        >
          {error.kind === "offline" ? "The list is as it was before the connection was lost." : error.message}
        </Notice>
      )}
      {page.rows.length === 0 ? (
        <CaseloadNone
          query={caseload.answeredQuery}
          filter={view.filter}
          all={page.counts.all}
          addHref={addHref}
          onShowAll={() => caseload.look({ ...view, filter: "all", page: 1 })}
        />
      ) : (
        <CaseloadTable rows={page.rows} max={max} view={view} stale={waiting} onLook={caseload.look} />
      )}
      <div className={styles.foot}>
        <p>
          <output>{shownWords(page.page, perPage, page.rows.length, page.found)}</output> · change judged by{" "}
          <a href={rule.href}>{rule.name}</a>
        </p>
        {page.pages > 1 && (
          <nav className={styles.paging} aria-label="Pages">
            {page.page > 1 && (
              <Button look="secondary" onClick={() => caseload.look({ ...view, page: page.page - 1 })}>
                Previous
              </Button>
            )}
            <span>
              Page {page.page} of {page.pages}
            </span>
            {page.page < page.pages && (
              <Button look="secondary" onClick={() => caseload.look({ ...view, page: page.page + 1 })}>
                Next
              </Button>
            )}
          </nav>
        )}
      </div>
    </div>
  );
}
