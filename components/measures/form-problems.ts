import type { FieldErrors } from "react-hook-form";
import type { SummaryError } from "@/components/ui/error-summary";
import type { FormValues } from "./answers";
import type { FormMeasure } from "./form-measure";
import { itemId } from "./item-card";

/** Everything that is wrong with the form, in the order of the page, each leading to its control. */
export function formProblems(errors: FieldErrors<FormValues>, measure: FormMeasure): SummaryError[] {
  const first = measure.items[0];
  const problems: [id: string | undefined, message: string | undefined][] = [
    [undefined, errors.root?.server?.message],
    ["recall", errors.recall?.message],
    ["session", errors.sessionId?.message],
    ["answered-at", errors.answeredAt?.message],
    ["mode", errors.mode?.message],
    [first && itemId(first.number), errors.ratings?.message],
    ...measure.items.map((item, index): [string, string | undefined] => [
      itemId(item.number),
      errors.ratings?.[index]?.message,
    ]),
    ["total", errors.total?.message],
    ["reason", errors.reason?.message],
    [first ? itemId(first.number) : "total", (errors as { unchanged?: { message?: string } }).unchanged?.message],
  ];
  return problems.flatMap(([id, message]) => (message ? [{ ...(id && { id }), message }] : []));
}
