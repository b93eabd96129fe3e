"use client";

import { DataTable } from "@/components/ui/data-table";
import { Pill, type Tone } from "@/components/ui/pill";
import { recallWords } from "@/lib/measures/recall";
import { modeWords } from "./answers";
import { standing } from "./asked-items";
import type { FormMeasure } from "./form-measure";
import { historyItem, historyRating, historyTotal } from "./history-words";
import { revisionChanges, type ShownRevision } from "./revision-changes";
import styles from "./history.module.css";

interface HistoryProps {
  measure: FormMeasure;
  /** Oldest first. */
  revisions: readonly ShownRevision[];
}

const tones: Readonly<Record<ShownRevision["act"], Tone>> = {
  entered: "plain",
  corrected: "measure",
  voided: "event",
  restored: "measure",
};

/** Every revision of a saved form: who, when, why, and what it changed. Newest first. */
export function History({ measure, revisions }: HistoryProps) {
  const newestFirst = revisions
    .map((revision, index) => ({ revision, before: revisions[index - 1] }))
    .toReversed();
  return (
    <DataTable caption={`History of this ${measure.short}`}>
      <thead className={styles.head}>
        <tr>
          <th scope="col" data-number>
            No.
          </th>
          <th scope="col">What</th>
          <th scope="col">When and who</th>
          <th scope="col">Reason</th>
          <th scope="col" data-number>
            Total
          </th>
          <th scope="col">Changes</th>
        </tr>
      </thead>
      <tbody className={styles.rows}>
        {newestFirst.map(({ revision, before }) => (
          <tr key={revision.number}>
            <th scope="row" data-number>
              <span className={styles.name}>No. </span>
              {revision.number}
            </th>
            <td>
              <Pill tone={tones[revision.act]}>{revision.act}</Pill>
            </td>
            <td>
              <span className={styles.when}>{revision.when}</span>
              <br />
              <span className={styles.soft}>{revision.who}</span>
            </td>
            <td className={styles.reason}>{revision.reason}</td>
            <td data-number>
              <span className={styles.name}>Total </span>
              {revision.total === null ? notScored(measure, revision.ratings) : historyTotal(measure, revision.total)}
            </td>
            <td>
              <Changes before={before} after={revision} measure={measure} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface ChangesProps {
  before: ShownRevision | undefined;
  after: ShownRevision;
  measure: HistoryProps["measure"];
}

function Changes({ before, after, measure }: ChangesProps) {
  if (before === undefined) {
    const session = after.session ?? "no session";
    return (
      <span className={styles.soft}>
        {recallWords[after.recall]}, answered {after.answered}, {session}, {modeWords[after.mode]}
      </span>
    );
  }
  const changes = revisionChanges(before, after);
  const fields: [name: string, from: string, to: string][] = [];
  if (changes.recall)
    fields.push(["Period", recallWords[changes.recall.from], recallWords[changes.recall.to]]);
  if (changes.answered) fields.push(["Answered", changes.answered.from, changes.answered.to]);
  if (changes.session) fields.push(["Session", changes.session.from ?? "none", changes.session.to ?? "none"]);
  if (changes.mode) fields.push(["How", modeWords[changes.mode.from], modeWords[changes.mode.to]]);
  const entered = (total: number | null) => (total === null ? "none" : historyTotal(measure, total));
  if (changes.total) fields.push(["Entered", entered(changes.total.from), entered(changes.total.to)]);
  for (const { place, from, to } of changes.items) {
    fields.push([historyItem(measure, place), historyRating(measure, place, from), historyRating(measure, place, to)]);
  }
  if (fields.length === 0)
    return <span className={styles.soft}>{after.act === "voided" || after.act === "restored" ? "answers kept" : "none"}</span>;
  return (
    <ul className={styles.changes}>
      {fields.map(([name, from, to]) => (
        <li key={name}>
          {name}: {from} <span aria-hidden="true">→</span>
          <span className="visually-hidden">changed to</span> {to}
        </li>
      ))}
    </ul>
  );
}

function notScored(measure: FormMeasure, ratings: ShownRevision["ratings"]): string {
  const { answered, of } = standing(measure, ratings);
  return `not scored, ${answered} of ${of}`;
}
