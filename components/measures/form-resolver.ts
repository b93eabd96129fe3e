// Checks the form in the browser with the schema that the server uses, and the rules that need the page: it is
// not empty, nothing is answered in the future, and a correction changes something.
import type { FieldErrors, Resolver } from "react-hook-form";
import { answersOf, sameAnswers, wholeNumber, type Answers, type FormValues } from "./answers";
import type { FormMeasure } from "./form-measure";
import { loadRules } from "./load-rules";

export interface SaveAddress {
  measure: Pick<FormMeasure, "id" | "entry" | "range">;
  patientId: string;
  correction: { revision: number; before: Answers } | null;
}

/** The body of the save, without what the person has been asked and without the key. */
export function saveBody(form: SaveAddress, values: FormValues): Record<string, unknown> {
  const answers = { measure: form.measure.id, ...answersOf(values) };
  return form.correction
    ? { ...answers, revision: form.correction.revision, reason: values.reason }
    : { ...answers, patientId: form.patientId };
}

export function formResolver(form: SaveAddress, latest: () => string): Resolver<FormValues> {
  return async (values) => {
    const errors: Record<string, { type: string; message: string }> = {};
    const refusals = await loadRules();
    const body = { ...saveBody(form, values), key: unkeyed, allow: [] };
    for (const [path, message] of Object.entries(
      refusals(form.correction ? "correction" : "assessment", body),
    )) {
      errors[path] = { type: "schema", message: path === "answeredAt" ? "Enter a date and a time" : message };
    }
    if (!errors.answeredAt && values.answeredAt > latest()) {
      errors.answeredAt = { type: "future", message: "Enter a date and time that is not in the future" };
    }
    const empty = emptyWords(form.measure, values);
    if (empty) errors[form.measure.entry === "items" ? "ratings" : "total"] = { type: "empty", message: empty };
    if (form.correction && sameAnswers(form.correction.before, answersOf(values))) {
      errors.unchanged = { type: "unchanged", message: "Nothing has been changed yet" };
    }
    return Object.keys(errors).length > 0
      ? { values: {}, errors: errors as FieldErrors<FormValues> }
      : { values, errors: {} };
  };
}

function emptyWords({ entry, range }: SaveAddress["measure"], { ratings, total }: FormValues): string | null {
  if (entry === "items") return ratings.every((rating) => rating === null) ? "Answer at least one item" : null;
  if (entry === "result") return total === "" ? "Choose the result" : null;
  const given = wholeNumber(total);
  const fits = given !== null && given >= range.min && given <= range.max;
  return fits ? null : `Enter the total as a whole number from ${range.min} to ${range.max}`;
}

// The key is made when the form is sent; the schema only wants to see one.
const unkeyed = "00000000-0000-4000-8000-000000000000";
