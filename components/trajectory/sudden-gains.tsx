"use client";

import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { LateDisclosure } from "@/components/ui/late-disclosure";
import { Pill } from "@/components/ui/pill";
import styles from "./rules-compared.module.css";
import type { SuddenView } from "./sudden-view";

/** Every step with the value of each published criterion; "cannot be tested" is an answer of its own. */
export function SuddenGains({ sudden }: { sudden: SuddenView }) {
  return <LateDisclosure summary="Sudden gains and losses" beside={sudden.answer} content={() => <Steps sudden={sudden} />} />;
}

function Steps({ sudden: { measure, recall, intervals } }: { sudden: SuddenView }) {
  return (
    <div className={styles.rules}>
      {intervals.length > 0 && (
        <DataTable caption={`${measure}, ${recall}, step by step: the three criteria of Tang and DeRubeis 1999`}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Totals</th>
              <th scope="col">Answer</th>
              <th scope="col">Criteria</th>
            </tr>
          </thead>
          <tbody>
            {intervals.map(({ where, totals, answer: each, met, criteria }) => (
              <tr key={where}>
                <th scope="row">{where}</th>
                <td data-number>{totals}</td>
                <td>{met ? <Pill tone="measure">{each}</Pill> : each}</td>
                <td>
                  {criteria.map((criterion) => (
                    <span key={criterion} className={styles.criterion}>
                      {criterion}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p>
        An association only: it marks where scores moved and says nothing about why.{" "}
        <Link href="/how-it-counts#sudden-gains" prefetch={false}>
          How it is worked out
        </Link>
      </p>
    </div>
  );
}
