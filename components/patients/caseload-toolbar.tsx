import { useEffect, useEffectEvent, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import type { CaseloadPage } from "@/lib/schemas/caseload";
import { CaseloadChoices } from "./caseload-choices";
import { fromTheStart, type CaseloadView } from "./caseload-view";
import styles from "./caseload-toolbar.module.css";

interface CaseloadToolbarProps {
  query: string;
  view: CaseloadView;
  page: Pick<CaseloadPage, "counts" | "teams" | "protocols">;
  /** Null for whoever adds no patients. */
  addHref: string | null;
  onSearch: (query: string) => void;
  onLook: (view: CaseloadView) => void;
}

const filters: { filter: CaseloadView["filter"]; words: string }[] = [
  { filter: "all", words: "All" },
  { filter: "due", words: "Due today" },
  { filter: "overdue", words: "Overdue" },
  { filter: "attention", words: "Attention" },
  { filter: "room", words: "In the room" },
];

const orders: { words: string; sort: CaseloadView["sort"]; direction: CaseloadView["direction"] }[] = [
  { words: "Name", sort: "name", direction: "asc" },
  { words: "Next due first", sort: "due", direction: "asc" },
  { words: "Most worsened first", sort: "change", direction: "desc" },
  { words: "Most improved first", sort: "change", direction: "asc" },
  { words: "Highest score first", sort: "latest", direction: "desc" },
  { words: "Longest in course first", sort: "day", direction: "desc" },
];

export function CaseloadToolbar({ query, view, page, addHref, onSearch, onLook }: CaseloadToolbarProps) {
  const search = useRef<HTMLInputElement>(null);

  // The search shortcut on other pages leads here with #search; on a slow line somebody may have typed
  // already.
  const takeOver = useEffectEvent((input: HTMLInputElement) => {
    if (location.hash === "#search") input.focus();
    if (input.value !== query) onSearch(input.value);
  });
  useEffect(() => {
    if (search.current) takeOver(search.current);
  }, []);

  return (
    <search className={styles.toolbar}>
      <div className={styles.search}>
        <label className="visually-hidden" htmlFor="caseload-search">
          Search name or record number
        </label>
        <input
          ref={search}
          id="caseload-search"
          type="search"
          placeholder="Search name or record number"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          aria-keyshortcuts="/"
          value={query}
          onChange={(event) => onSearch(event.target.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <fieldset className={styles.filters}>
        <legend className="visually-hidden">Show</legend>
        {filters.map(({ filter, words }) => (
          <button
            key={filter}
            type="button"
            className={styles.filter}
            aria-pressed={view.filter === filter}
            onClick={() => onLook({ ...view, ...fromTheStart, filter, reason: null })}
          >
            {words} <span>{page.counts[filter].toLocaleString("en")}</span>
          </button>
        ))}
      </fieldset>
      <CaseloadChoices view={view} teams={page.teams} protocols={page.protocols} onLook={onLook} />
      <label className={styles.order}>
        Sort by
        <select
          value={`${view.sort} ${view.direction}`}
          onChange={(event) => {
            const order = orders.find(({ sort, direction }) => event.target.value === `${sort} ${direction}`);
            if (order) onLook({ ...view, sort: order.sort, direction: order.direction, ...fromTheStart });
          }}
        >
          {orders.map(({ words, sort, direction }) => (
            <option key={words} value={`${sort} ${direction}`}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {addHref !== null && <LinkButton href={addHref}>Add patient</LinkButton>}
    </search>
  );
}
