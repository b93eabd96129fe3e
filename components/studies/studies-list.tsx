import Link from "next/link";
import { change, count } from "@/components/cohort/figure-words";
import { RowList } from "@/components/ui/row-list";
import { groupsWords } from "@/lib/cohort/studies/compare";
import { studyEffect, type Study } from "@/lib/cohort/studies/study";
import { effectInWords } from "./effect-words";

interface StudiesListProps {
  name: string;
  studies: readonly (Study & { entered?: string })[];
  shortOf: (measure: string) => string;
}

/** Studies with the effect that follows from what each prints. A clinic's own lead to where they are changed. */
export function StudiesList({ name, studies, shortOf }: StudiesListProps) {
  const rows = studies.map((study) => {
    const { id, measure, groups, treatment, time, citation, note, entered, reported } = study;
    const effect = studyEffect(study);
    const n = effect?.ni ?? ("n" in reported ? reported.n : null);
    const means = reported.kind === "means-only" ? `${change(reported.to - reported.from)} points, without an SD: in no mean` : null;
    const facts = [
      shortOf(measure), groupsWords[groups], `${treatment}; ${time}`, n === null ? null : `n = ${count(n)}`, effect === null ? means : `effect ${effectInWords(effect)}`,
    ];
    const source = [citation, note, entered].filter(Boolean).join(". ");
    return { key: id, title: entered === undefined ? study.name : <Link href={`/cohort/studies/${id}`}>{study.name}</Link>, facts: facts.filter((fact) => fact !== null), note: source };
  });
  return <RowList name={name} rows={rows} />;
}
