"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CaseloadPage, SavedView } from "@/lib/schemas/caseload";
import { CaseloadNone } from "./caseload-none";
import { CaseloadTable } from "./caseload-table";
import { CaseloadToolbar } from "./caseload-toolbar";
import { fromTheStart, shownWords, type CaseloadView } from "./caseload-view";
import styles from "./caseload.module.css";
import { SavedViews } from "./saved-views";
import { useCaseload } from "./use-caseload";

interface CaseloadProps {
  page: CaseloadPage;
  view: CaseloadView;
  views: readonly SavedView[];
  /** The measure's highest total, for the sparklines. */
  max: number;
  /** Null for whoever adds no patients. */
  addHref: string | null;
  /** What judges a change here, and where it is explained. */
  rule: { name: string; href: string };
}

export function Caseload({ page: first, view: firstView, views, max, addHref, rule }: CaseloadProps) {
  const caseload = useCaseload(first, firstView);
  const { page, view, error, waiting } = caseload;
  return (
    <div className={styles.caseload}>
      <CaseloadToolbar
        query={caseload.query}
        view={view}
        page={page}
        addHref={addHref}
        onSearch={caseload.search}
        onLook={caseload.look}
      />
      <SavedViews views={views} view={view} onLook={caseload.look} />
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
      {page.outdated > 0 && (
        <Notice title="Counts and order are behind.">
          The clinic’s settings have changed. {page.outdated.toLocaleString("en")} patients are still counted by the settings before; what each row says is by those of now.
        </Notice>
      )}
      {page.alike && page.rows.length > 0 && <Notice live="status" title={`No patient matches “${caseload.answeredQuery}”.`}>These names are like it.</Notice>}
      {page.rows.length === 0 ? (
        <CaseloadNone
          query={caseload.answeredQuery}
          filter={view.filter}
          all={page.counts.all}
          addHref={addHref}
          onShowAll={() => caseload.look({ ...view, filter: "all", reason: null, ...fromTheStart })}
        />
      ) : (
        <CaseloadTable rows={page.rows} max={max} view={view} stale={waiting} onLook={caseload.look} />
      )}
      <div className={styles.foot}>
        <p>
          <output>{shownWords(page.ahead, page.rows.length, page.found)}</output> · change judged by{" "}
          <a href={rule.href}>{rule.name}</a>
        </p>
        {page.rows.length < page.found && (
          <nav className={styles.paging} aria-label="Pages">
            {page.ahead > 0 && (
              <Button look="secondary" onClick={() => caseload.look({ ...view, after: null, before: page.rows[0]?.id ?? null })}>
                Previous
              </Button>
            )}
            {page.ahead + page.rows.length < page.found && (
              <Button look="secondary" onClick={() => caseload.look({ ...view, before: null, after: page.rows.at(-1)?.id ?? null })}>
                Next
              </Button>
            )}
          </nav>
        )}
      </div>
    </div>
  );
}
