"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { TodayListName } from "@/lib/schemas/today";
import { TodayItem } from "./today-item";
import type { TodayPart } from "./today-view";
import styles from "./today.module.css";
import { useMoreToday } from "./use-more-today";

interface TodayListProps {
  list: TodayListName;
  title: string;
  first: TodayPart;
  /** Said where there is none. */
  none: string;
}

/** One list of the day, the most pressing first. */
export function TodayList({ list, title, first, none }: TodayListProps) {
  const { part, error, waiting, more, newest } = useMoreToday(list, first);
  const { rows, total, after } = part;
  return (
    <Card title={title} aside={total > 0 && <span className={styles.soft}>{total.toLocaleString("en")}</span>}>
      {rows.length === 0 && <p className={styles.soft}>{none}</p>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <TodayItem key={row.key} row={row} ref={row.key === newest.key ? newest.ref : null} />
          ))}
        </ul>
      )}
      {error && (
        <Notice tone="warning" live="alert" title="No more could be shown.">
          {error.message}
        </Notice>
      )}
      {(first.after !== null || after !== null) && (
        <div className={styles.more}>
          <output className={styles.soft}>
            {rows.length.toLocaleString("en")} of {total.toLocaleString("en")} shown
          </output>
          {after !== null && (
            <Button look="secondary" busy={waiting} onClick={more} aria-label={`Show more, ${title}`}>
              Show more
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
