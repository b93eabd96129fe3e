"use client";

import { DataTable } from "@/components/ui/data-table";
import { Pill, type Tone } from "@/components/ui/pill";
import { recallWords } from "@/lib/measures/recall";
import { modeWords } from "./answers";
import { revisionChanges, type ShownRevision } from "./revision-changes";
import styles from "./history.module.css";

interface HistoryProps {
  measureShort: string;
  /** In the measure's order. */
  itemLabels: readonly string[];
  /** Oldest first. */
  revisions: readonly ShownRevision[];
}

const tones: Readonly<Record<ShownRevision["act"], Tone>> = {
  entered: "plain",
  corrected: "measure",
  voided: "event",
};

/** Every revision of a saved form: who, when, why, and what it changed. Newest first. */
export function History({ measureShort, itemLabels, revisions }: HistoryProps) {
  const newestFirst = revisions
    .map((revision, index) => ({ revision, before: revisions[index - 1] }))
    .toReversed();
  return (
    <DataTable caption={`History of this ${measureShort}`}>
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
              {revision.total ?? standing(revision)}
            </td>
            <td>
              <Changes before={before} after={revision} itemLabels={itemLabels} />
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
  itemLabels: readonly string[];
}

function Changes({ before, after, itemLabels }: ChangesProps) {
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
  for (const { item, from, to } of changes.items) {
    fields.push([`${item}. ${itemLabels[item - 1] ?? "item"}`, ratingWords(from), ratingWords(to)]);
  }
  if (fields.length === 0)
    return <span className={styles.soft}>{after.act === "voided" ? "answers kept" : "none"}</span>;
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

function ratingWords(rating: number | null): string {
  return rating === null ? "no answer" : String(rating);
}

function standing({ ratings }: ShownRevision): string {
  return `not scored, ${ratings.filter((rating) => rating !== null).length} of ${ratings.length}`;
}
