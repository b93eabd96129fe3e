"use client";

import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { instantInWords } from "@/lib/dates";
import type { Recall } from "@/lib/measures/recall";
import { itemName } from "./asked-items";
import type { FormMeasure } from "./form-measure";
import { countWords, recallAdjective } from "./form-words";
import styles from "./save-questions.module.css";
import type { Save, SaveAsk } from "./use-save";

interface SaveQuestionsProps {
  measure: FormMeasure;
  save: Save;
  recall: Recall;
  timeZone: string;
  /** While the patient holds the device, the totals of other forms are not shown. */
  totalsHidden: boolean;
  onGo: (index: number) => void;
}

/** What has to be confirmed before a form is saved. The safe answer has the focus. */
export function SaveQuestions({ measure, save, recall, timeZone, totalsHidden, onGo }: SaveQuestionsProps) {
  const go = (number: number) => {
    // At once, so that the dialog has given up the focus before the item takes it.
    flushSync(save.dismiss);
    onGo(measure.items.findIndex((item) => item.number === number));
  };
  const period = measure.forms.length > 1 ? `${recallAdjective(recall)} ` : "";
  const question = save.ask === null ? null : ask(save.ask);
  return (
    <Dialog
      open={question !== null}
      title={question?.title}
      onClose={save.dismiss}
      actions={question?.actions}
    >
      {question?.body}
    </Dialog>
  );

  function ask(given: SaveAsk): { title: string; body: ReactNode; actions: ReactNode } {
    if (given.ask === "incomplete") {
      const first = given.missing[0];
      return {
        title:
          given.missing.length === 0
            ? "Nothing on this form counts"
            : `${countWords(given.missing.length, "item has", "items have")} no answer`,
        body: (
          <>
            <ul className={styles.items}>
              {measure.items
                .filter((item) => given.missing.includes(item.number))
                .map((item) => (
                  <li key={item.number}>
                    <Button look="quiet" onClick={() => go(item.number)}>
                      {item.number > 0 && `${item.number}. `}
                      {item.label}
                    </Button>
                  </li>
                ))}
            </ul>
            <p>
              {given.scored
                ? `Scored by the published rule: ${countedWords(measure, given.missing)} answered. ${measure.missingRule?.words}`
                : `${given.missing.length === 0 ? "A form without any rating" : `An incomplete ${measure.short}`} is kept as it is and not scored.`}
            </p>
          </>
        ),
        actions: (
          <>
            {first !== undefined && <Button onClick={() => go(first)}>Go to {itemName({ number: first })}</Button>}
            <Button look="secondary" onClick={save.confirm}>
              {given.scored ? "Save, scored by the rule" : "Save without a score"}
            </Button>
          </>
        ),
      };
    }
    return {
      title: `There is already a ${period}${measure.short} of this day`,
      body: (
        <ul className={styles.others}>
          {given.existing.map(({ at, total }) => (
            <li key={at}>
              {instantInWords(new Date(at), timeZone)}
              {!totalsHidden && (total === null ? ", not scored" : `, total ${total}`)}
            </li>
          ))}
        </ul>
      ),
      actions: (
        <>
          <Button look="secondary" onClick={save.dismiss}>
            Go back
          </Button>
          <Button onClick={save.confirm}>Save this one too</Button>
        </>
      ),
    };
  }
}

/** "8 of 9": of the items that count. */
function countedWords(measure: FormMeasure, missing: readonly number[]): string {
  const counted = measure.items.filter(({ unscored }) => unscored !== true);
  return `${counted.filter(({ number }) => !missing.includes(number)).length} of ${counted.length}`;
}
