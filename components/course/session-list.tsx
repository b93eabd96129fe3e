"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { useFocusKept } from "@/components/ui/use-focus-kept";
import type { ClosedDays } from "@/lib/course/closed-days";
import type { Course } from "@/lib/course/course";
import { weekdayInWords } from "@/lib/dates";
import { SessionAdd } from "./session-add";
import { SessionDialog, type SessionChange } from "./session-dialog";
import { SessionItem } from "./session-item";
import { byDay, namesOf, noSession, type SessionRow } from "./session-row";
import styles from "./session-list.module.css";

interface SessionListProps {
  courseId: string;
  course: Pick<Course, "therapy" | "therapyName" | "medicine" | "startDate">;
  sessions: readonly SessionRow[];
  /** The calendar day in the clinic's zone. */
  today: string;
  /** "clinic time, New York" */
  zoneWords: string;
  zone: string;
  /** The patient's address: a session and its forms are recorded below it. */
  base: string;
  /** The sitting that records what is due now, and its words. */
  record: { words: string; href: string };
  /** When the clinic is closed: what moves along skips those days. */
  closed: ClosedDays;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

export function SessionList({
  courseId,
  course,
  sessions,
  today,
  zoneWords,
  zone,
  base,
  record,
  closed,
  email,
  keeper,
}: SessionListProps) {
  const router = useRouter();
  const frame = useRef<HTMLDivElement>(null);
  useFocusKept(frame);
  const [rows, setRows] = useState(sessions);
  const changing = useFormDraft<SessionChange | null>(keeper, `${courseId}/session`, null, { row: noSession, fields: noSession, withRest: false });
  const { values: change } = changing;
  const names = namesOf(course, rows);
  const replace = (changed: readonly SessionRow[]) => {
    setRows((all) => all.map((row) => changed.find(({ id }) => id === row.id) ?? row));
    router.refresh(); // what is due, and how plan and course compare, follow from the sessions
  };

  return (
    <div ref={frame} className={styles.sessions}>
      <Card title="Sessions" aside={<span className={styles.zone}>{zoneWords}</span>}>
        {rows.length === 0 && <p>No sessions yet. Add the dose days and therapy days below.</p>}
        <ol className={styles.days}>
          {byDay(rows).map(({ day, rows: ofDay }) => (
            <li key={day} className={styles.day}>
              <h3>
                {weekdayInWords(day)}
                {day.slice(0, 4) !== today.slice(0, 4) && ` ${day.slice(0, 4)}`}{" "}
                {day === today && <Pill tone="measure">Today</Pill>}
              </h3>
              <ul>
                {ofDay.map((row) => (
                  <SessionItem
                    key={row.id}
                    row={row}
                    name={names.get(row.id) ?? ""}
                    today={today}
                    base={base}
                    record={record}
                    email={email}
                    onChanged={(changed) => replace([changed])}
                    onChange={() => changing.set({ row, fields: row, withRest: false })}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
      <SessionAdd
        courseId={courseId}
        course={course}
        today={today}
        zone={zone}
        email={email}
        keeper={keeper}
        onAdded={(added) => {
          setRows((all) => [...all, ...added]);
          router.refresh();
        }}
      />
      {change && (
        <SessionDialog
          key={change.row.id}
          change={change}
          leftAt={changing.leftAt}
          name={names.get(change.row.id) ?? ""}
          rows={rows}
          course={course}
          closed={closed}
          zone={zone}
          email={email}
          onChange={changing.set}
          onClose={changing.clear}
          onChanged={(changed) => {
            replace(changed);
            changing.clear();
          }}
        />
      )}
    </div>
  );
}
