import Link from "next/link";
import { recallWords } from "@/lib/measures/recall";
import type { FormSeries } from "./series-of-forms";
import styles from "./series-switch.module.css";

interface SeriesSwitchProps {
  all: readonly FormSeries[];
  chosen: string;
  /** The page's own address. */
  path: string;
  /** An earlier course, by its id; null for the present one. */
  course: string | null;
}

/** Which measure and recall window the page shows: each is a page of its own, never one line of two. */
export function SeriesSwitch({ all, chosen, path, course }: SeriesSwitchProps) {
  if (all.length < 2) return null;
  return (
    <nav aria-label="Measure and recall window" className={styles.switch}>
      {all.map(({ key, measure, recall, forms }) => (
        <Link
          key={key}
          prefetch={false}
          scroll={false}
          href={`${path}?measure=${measure.id}&recall=${recall}${course === null ? "" : `&course=${course}`}`}
          aria-current={key === chosen ? "page" : undefined}
        >
          {measure.short}, {recallWords[recall]} <small>({forms.length})</small>
        </Link>
      ))}
    </nav>
  );
}
