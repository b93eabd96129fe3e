import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { change, count, none } from "@/components/cohort/figure-words";
import { groupsWords } from "@/lib/cohort/studies/compare";
import { studyEffect, type Study } from "@/lib/cohort/studies/study";
import { effectInWords } from "./effect-words";

interface StudiesTableProps {
  caption: string;
  studies: readonly (Study & { entered?: string })[];
  shortOf: (measure: string) => string;
}

/** Studies with the effect that follows from what each prints. A clinic's own lead to where they are changed. */
export function StudiesTable({ caption, studies, shortOf }: StudiesTableProps) {
  return (
    <DataTable caption={caption} whole>
      <thead>
        <tr>
          <th scope="col">Study</th>
          <th scope="col">Measure</th>
          <th scope="col">Of what</th>
          <th scope="col">Treatment, and when</th>
          <th scope="col" data-number="">n</th>
          <th scope="col">Effect (95 % interval)</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => {
          const { id, name, measure, groups, treatment, time, citation, note, entered, reported } = study;
          const effect = studyEffect(study);
          const means = reported.kind === "means-only" ? `${change(reported.to - reported.from)} points, without an SD: in no mean` : none;
          return (
            <tr key={id}>
              <th scope="row">{entered === undefined ? name : <Link href={`/cohort/studies/${id}`}>{name}</Link>}</th>
              <td>{shortOf(measure)}</td>
              <td>{groupsWords[groups]}</td>
              <td>{`${treatment}; ${time}`}</td>
              <td data-number="">{count(effect?.ni ?? ("n" in reported ? reported.n : null))}</td>
              <td>{effect === null ? means : effectInWords(effect)}</td>
              <td>{[citation, note, entered].filter(Boolean).join(". ")}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
