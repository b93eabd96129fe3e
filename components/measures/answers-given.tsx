import { DataTable } from "@/components/ui/data-table";
import { optionsOf } from "@/lib/measures/measure";
import { isAsked } from "@/lib/measures/responses";
import type { FormMeasure } from "./form-measure";
import styles from "./answers-given.module.css";

interface AnswersGivenProps {
  measure: FormMeasure;
  /** In the order of the items. */
  ratings: readonly (number | null)[];
}

/** Every item of a saved form with what was answered, as it stands now. */
export function AnswersGiven({ measure, ratings }: AnswersGivenProps) {
  return (
    <DataTable caption={`Answers to this ${measure.short}`} whole>
      <thead className={styles.head}>
        <tr>
          <th scope="col" data-number>
            No.
          </th>
          <th scope="col">Item</th>
          <th scope="col">Answer</th>
          <th scope="col" data-number>
            Value
          </th>
        </tr>
      </thead>
      <tbody className={styles.rows}>
        {measure.items.map((item, place) => {
          const rating = ratings[place] ?? null;
          const option = optionsOf(measure, item).find(({ value }) => value === rating);
          return (
            <tr key={item.number}>
              <td data-number>{item.number === 0 ? "" : item.number}</td>
              <th scope="row">{item.text || item.label}</th>
              <td>{rating === null ? (isAsked(measure, item, ratings) ? "not answered" : "not asked") : (option?.label ?? "")}</td>
              <td data-number>{rating === null || option?.uncounted ? "" : rating}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
