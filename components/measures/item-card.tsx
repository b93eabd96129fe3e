"use client";

import { memo } from "react";
import { useWatch, type Control } from "react-hook-form";
import type { Option } from "@/lib/measures/measure";
import type { FormValues } from "./answers";
import type { FormItem } from "./form-measure";
import styles from "./item-card.module.css";

interface ItemCardProps {
  control: Control<FormValues>;
  index: number;
  item: FormItem;
  count: number;
  options: readonly Option[];
  current: boolean;
  error: string | undefined;
  /** In a correction: what was saved. Undefined elsewhere. */
  before: number | null | undefined;
  stemId: string;
  onEnter: (index: number) => void;
  onRate: (index: number, value: number) => void;
  onClear: (index: number) => void;
}

/** One item: its exact words and its answers as native radios, each option a target as a whole. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { control, index, item, count, options, current, error, before, stemId, onEnter, onRate, onClear } =
    props;
  const rating = useWatch({ control, name: `ratings.${index}` });
  const changed = before !== undefined && before !== rating;
  const described = [stemId, error ? `${itemId(item.number)}-error` : ""].filter(Boolean).join(" ");
  return (
    <div
      className={styles.card}
      data-item={index}
      data-current={current || undefined}
      onFocus={() => onEnter(index)}
    >
      <fieldset aria-describedby={described}>
        <legend className={styles.legend}>
          <span className={styles.number}>
            <span className="visually-hidden">Item </span>
            {item.number}
            <span className="visually-hidden"> of {count}.</span>
          </span>{" "}
          {item.text}
        </legend>
        {error && (
          <p id={`${itemId(item.number)}-error`} className={styles.error}>
            <span className="visually-hidden">Error: </span>
            {error}
          </p>
        )}
        <div className={styles.options} data-count={options.length}>
          {options.map((option, place) => (
            <label
              key={option.value}
              className={styles.option}
              data-before={before === option.value && changed ? "" : undefined}
            >
              <input
                className={styles.radio}
                id={place === 0 ? itemId(item.number) : undefined}
                type="radio"
                name={itemId(item.number)}
                value={option.value}
                checked={rating === option.value}
                tabIndex={rating === null && place > 0 ? -1 : undefined} // one stop of the Tab key, answered or not
                onChange={() => onRate(index, option.value)}
              />
              <span className={styles.value}>{option.value}</span> <span>{option.label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {changed && <p className={styles.before}>{before === null ? "was not answered" : `was ${before}`}</p>}
      {rating !== null && (
        <button type="button" tabIndex={-1} className={styles.clear} onClick={() => onClear(index)}>
          Clear<span className="visually-hidden"> item {item.number}</span>
        </button>
      )}
    </div>
  );
});

export function itemId(number: number): string {
  return `item-${number}`;
}
