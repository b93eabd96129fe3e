/**
 * Finds the printed form for a recall window among those a measure has. Kept apart so that each measure's
 * folder can list its forms as plain data.
 */
import type { Administration } from "./measure";
import { recallWords, type Recall } from "./recall";

/**
 * A look-up that refuses, with a RangeError, a recall window the measure was never printed for. Example: for
 * the PCL-5, "week" gives the past-week form and "year" is refused.
 */
export function administrationOf(
  short: string,
  forms: Readonly<Partial<Record<Recall, Administration>>>,
): (recall: Recall) => Administration {
  return (recall) => {
    const form = forms[recall];
    if (form === undefined) throw new RangeError(`The ${short} has no form for: ${recallWords[recall]}`);
    return form;
  };
}
