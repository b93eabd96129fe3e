"use client";

import { useId, type RefObject } from "react";
import { useFormState, useWatch, type Control } from "react-hook-form";
import { optionsOf, type Item } from "@/lib/measures/measure";
import { AnsweredProgress } from "./answered-progress";
import type { FormValues } from "./answers";
import { itemPlace, whyNotAsked } from "./asked-items";
import type { FormMeasure } from "./form-measure";
import { ItemCard } from "./item-card";
import { SafetyCall } from "./safety-call";
import { safetyPlace } from "./safety-answer";
import type { Items } from "./use-items";
import styles from "./questionnaire.module.css";

interface ItemListProps {
  measure: FormMeasure;
  control: Control<FormValues>;
  list: RefObject<HTMLDivElement | null>;
  items: Items;
  /** In a correction: what was saved. */
  before: readonly (number | null)[] | null;
  guidance: string;
}

/** The printed form: its instruction, its question, its items. */
export function ItemList({ measure, control, list, items, before, guidance }: ItemListProps) {
  const [recall, ratings] = useWatch({ control, name: ["recall", "ratings"] });
  const { errors } = useFormState({ control, name: "ratings" });
  const stemId = useId();
  const printed = measure.forms.find((each) => each.recall === recall);
  const safetyAt = safetyPlace(measure);
  const gate = measure.items.findIndex(({ number }) => number === 0);
  const card = (item: Item, index: number) => (
    <ItemCard
      key={item.number}
      control={control}
      index={index}
      item={item}
      place={itemPlace(measure, item)}
      notAsked={whyNotAsked(measure, item, ratings)}
      options={optionsOf(measure, item)}
      current={items.current === index}
      error={errors.ratings?.[index]?.message}
      before={before === null ? undefined : (before[index] ?? null)}
      stemId={printed?.stem && index > gate ? stemId : null}
      onEnter={items.setCurrent}
      onRate={items.onRate}
      onClear={items.onClear}
    />
  );
  return (
    <>
      {printed?.instruction && <p className={styles.instruction}>{printed.instruction}</p>}
      <div ref={list} className={styles.items}>
        {measure.items.slice(0, gate + 1).map(card)}
        {/* After the first question of all, which the stem is not about. */}
        <div className={styles.stem} data-bar="top">
          {printed?.stem && <p id={stemId}>{printed.stem}</p>}
          <AnsweredProgress measure={measure} ratings={ratings} />
        </div>
        {measure.items.flatMap((item, index) => [
          index > gate && card(item, index),
          index === safetyAt && <SafetyCall key="safety" measure={measure} control={control} guidance={guidance} />,
        ])}
      </div>
    </>
  );
}
