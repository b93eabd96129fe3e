import { recallWords, type Recall } from "@/lib/measures/recall";

/** "1 answer", "0 answers", "12 answers". */
export function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The recall window before a noun: "past-week" form. */
export function recallAdjective(recall: Recall): string {
  return recallWords[recall].replaceAll(" ", "-");
}

/** "item 3", "items 3 and 5", "items 3, 5 and 8": numbers joined as one says them. */
export function listWords(parts: readonly (string | number)[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
