import type { Questions } from "@/lib/measures/measure";
import { standing } from "./asked-items";

interface AnsweredProgressProps {
  measure: Questions;
  ratings: readonly (number | null)[];
}

export function AnsweredProgress({ measure, ratings }: AnsweredProgressProps) {
  const { answered, of } = standing(measure, ratings);
  return <progress max={of} value={answered} aria-label="Items answered" />;
}
