import { recallWords, type Recall } from "@/lib/measures/recall";

/** "1 answer", "0 answers", "12 answers". */
export function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The recall window before a noun: "past-week" form. */
export function recallAdjective(recall: Recall): string {
  return recallWords[recall].replace(" ", "-");
}
