"use client";

import { memo } from "react";
import { useWatch, type Control } from "react-hook-form";
import type { Item, Option } from "@/lib/measures/measure";
import type { FormValues } from "./answers";
import styles from "./item-card.module.css";

interface ItemCardProps {
  control: Control<FormValues>;
  index: number;
  item: Item;
  /** Read out before the item's words: "Item 3 of 9." */
  place: string;
  /** Why it is not asked, where an earlier answer rules it out. */
  notAsked: string | null;
  options: readonly Option[];
  current: boolean;
  error: string | undefined;
  /** In a correction: what was saved. Undefined elsewhere. */
  before: number | null | undefined;
  /** The words that every item is read after. */
  stemId: string | null;
  onEnter: (index: number) => void;
  onRate: (index: number, value: number) => void;
  onClear: (index: number) => void;
}

/** One item: its exact words and its answers as native radios, each option a target as a whole. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { control, index, item, place, notAsked, options, current, error, before, stemId } = props;
  const { onEnter, onRate, onClear } = props;
  const rating = useWatch({ control, name: `ratings.${index}` });
  const changed = before !== undefined && before !== rating;
  const id = itemId(item.number);
  const described = [stemId, error && `${id}-error`, notAsked && `${id}-not-asked`].filter(Boolean).join(" ");
  const printed = item.number > 0 && item.optional !== true;
  const choice = (option: Option) => (
    <label
      key={option.value}
      className={styles.option}
      data-before={before === option.value && changed ? "" : undefined}
    >
      <input
        className={styles.radio}
        id={option === options[0] ? id : undefined}
        type="radio"
        name={id}
        value={option.value}
        checked={rating === option.value}
        tabIndex={rating === null && option !== options[0] ? -1 : undefined} // one stop of the Tab key, answered or not
        onChange={() => onRate(index, option.value)}
      />
      <span className={styles.value}>{option.value}</span>{" "}
      {option.label !== String(option.value) && <span>{option.label}</span>}
    </label>
  );
  return (
    <div
      className={styles.card}
      data-item={index}
      data-current={(current && notAsked === null) || undefined}
      data-not-asked={notAsked === null ? undefined : ""}
      onFocus={() => onEnter(index)}
    >
      <fieldset aria-describedby={described || undefined} disabled={notAsked !== null}>
        <legend className={styles.legend}>
          <span className="visually-hidden">{place} </span>
          {printed && (
            <span className={styles.number} aria-hidden="true">
              {item.number}{" "}
            </span>
          )}
          {item.text}
          {item.optional === true && <span className={styles.number}> (may stay blank)</span>}
        </legend>
        {notAsked && (
          <p id={`${id}-not-asked`} className={styles["not-asked"]}>
            {notAsked}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className={styles.error}>
            <span className="visually-hidden">Error: </span>
            {error}
          </p>
        )}
        <div className={styles.options}>{options.filter(({ uncounted }) => uncounted !== true).map(choice)}</div>
        {options.some(({ uncounted }) => uncounted) && (
          <div className={styles.options} data-uncounted="">
            {options.filter(({ uncounted }) => uncounted).map(choice)}
          </div>
        )}
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
