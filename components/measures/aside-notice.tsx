import { Notice } from "@/components/ui/notice";
import { itemName } from "./asked-items";
import type { FormMeasure } from "./form-measure";
import { listWords } from "./form-words";
import type { Aside } from "./set-aside";
import styles from "./questionnaire.module.css";

/** Says that answers left the form because an earlier one rules them out, and how they come back. */
export function AsideNotice({ measure, aside }: { measure: FormMeasure; aside: Aside }) {
  const items = measure.items.filter((_, place) => aside.has(place));
  const skip = measure.skips.find(({ skips }) => items.some(({ number }) => skips.includes(number)));
  const asker = measure.items.find(({ number }) => number === skip?.item);
  return (
    <div aria-live="polite" className={items.length === 0 ? styles.silent : undefined}>
      {asker && (
        <Notice tone="warning" title={items.length === 1 ? "One answer is set aside." : `${items.length} answers are set aside.`}>
          {sentence(listWords(items.map(itemName)))} {items.length === 1 ? "is" : "are"} not asked any more, and not
          saved. Answer {itemName(asker)} otherwise and {items.length === 1 ? "it comes" : "they come"} back.
        </Notice>
      )}
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
