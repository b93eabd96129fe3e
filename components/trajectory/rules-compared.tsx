"use client";

import { DataTable } from "@/components/ui/data-table";
import { LateDisclosure } from "@/components/ui/late-disclosure";
import { Pill } from "@/components/ui/pill";
import type { JudgedSeries } from "./judged-view";
import styles from "./rules-compared.module.css";

/** What travels to the page. */
export type ComparedSeries = Pick<JudgedSeries, "short" | "name" | "span" | "rules" | "page" | "otherRules">;

/** What every rule that fits says of the same two scores, the clinic's own marked. */
export function RulesCompared({ series }: { series: ComparedSeries }) {
  const { rules } = series;
  const ours = rules.find((rule) => rule.ours);
  return (
    <LateDisclosure
      summary={`Compare rules${rules.length === 1 ? "" : `, ${rules.length} fit`}`}
      beside={ours === undefined ? null : `This clinic uses ${ours.name}: ${ours.verdict.toLowerCase()}.`}
      content={() => <Rules series={series} />}
    />
  );
}

function Rules({ series: { short, name, span, rules, page, otherRules } }: { series: ComparedSeries }) {
  return (
    <div className={styles.rules}>
      <DataTable caption={`${short}, ${name}, ${span}, by every rule that fits`}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">{span}</th>
            <th scope="col">Worked out on</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, name: rule, verdict, tone, population, ours: own }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${page}#${id}`}>{rule}</a> {own && <Pill tone="measure">this clinic’s</Pill>}
              </th>
              <td>
                <Pill tone={tone}>{verdict}</Pill>
              </td>
              <td>{population}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {otherRules > 0 && <p>Not shown: {otherRules} that do not cover the {name} form.</p>}
    </div>
  );
}
