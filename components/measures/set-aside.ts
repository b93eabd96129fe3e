// What happens to answers that a later answer rules out ("Never" to item 1 of the AUDIT-C, "No" at the gate of
// the PC-PTSD-5). They are set aside: out of the form, so that it contradicts itself nowhere, and back in their
// places as soon as their items are asked again. A slip of the finger on the first question costs nothing.
import type { Questions } from "@/lib/measures/measure";
import { isAsked } from "@/lib/measures/responses";

/** Ratings by place. */
export type Aside = ReadonlyMap<number, number>;

export interface Standing {
  ratings: readonly (number | null)[];
  aside: Aside;
}

/** The form after one more answer, or after one was taken back (null). */
export function afterAnswer(measure: Questions, before: Standing, place: number, value: number | null): Standing {
  const answered = before.ratings.with(place, value);
  const aside = new Map(before.aside);
  const ratings = answered.map((rating, index) => {
    const item = measure.items[index];
    if (item !== undefined && !isAsked(measure, item, answered)) {
      if (rating !== null) aside.set(index, rating);
      return null;
    }
    const kept = aside.get(index) ?? null;
    aside.delete(index);
    return rating ?? kept;
  });
  return { ratings, aside };
}
