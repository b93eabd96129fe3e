import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { CaseloadView } from "./caseload-view";
import styles from "./caseload.module.css";

interface CaseloadNoneProps {
  query: string;
  filter: CaseloadView["filter"];
  all: number;
  /** Null for whoever adds no patients. */
  addHref: string | null;
  onShowAll: () => void;
}

const nothing: Record<CaseloadView["filter"], string> = {
  all: "Nobody here.",
  due: "Nothing is due today.",
  overdue: "Nothing is overdue.",
  attention: "Nothing calls for attention.",
  room: "Nobody is in the dosing room.",
};

/** Why there is no row, and the one thing to do about it. */
export function CaseloadNone({ query, filter, all, addHref, onShowAll }: CaseloadNoneProps) {
  if (all === 0 && query === "") {
    return (
      <div className={styles.none}>
        <h2>No patients yet</h2>
        <p>{addHref === null ? "The patients of your care teams appear" : "A patient you add appears"} here with the course, the latest score and what is due next.</p>
        {addHref !== null && <LinkButton href={addHref}>Add the first patient</LinkButton>}
      </div>
    );
  }
  return (
    <div className={styles.none}>
      <h2>{query === "" ? nothing[filter] : `No patient matches “${query}”`}</h2>
      {query !== "" && (
        <p>Search looks at family names, given names and record numbers of your own patients.</p>
      )}
      {filter !== "all" && (
        <Button look="secondary" onClick={onShowAll}>
          {query === "" ? "Show all patients" : "Search all patients"}
        </Button>
      )}
    </div>
  );
}
