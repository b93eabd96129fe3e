import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { keyAct, type KeyAct } from "./item-keys";
import { revealBetween } from "./reveal-between";

interface ItemsOptions {
  /** Around the item cards. */
  list: RefObject<HTMLDivElement | null>;
  /** The values each item offers, in the order of the items. */
  values: readonly (readonly number[])[];
  ratingOf: (index: number) => number | null;
  /** The nearest item that is asked, one way or the other; the same where there is none. */
  step: (index: number, by: 1 | -1) => number;
  rate: (index: number, value: number | null) => void;
  save: () => void;
  /** The form is saved and about to be left: keys that are still pressed change nothing. */
  isOver: () => boolean;
}

export interface Items {
  current: number;
  setCurrent: (index: number) => void;
  /** Puts the focus on an item and brings it into view; with no motion (null) the window stays where it is. */
  go: (index: number, motion?: ScrollBehavior | null, value?: number) => void;
  onRate: (index: number, value: number) => void;
  onClear: (index: number) => void;
  /** Takes over what was tapped before the script ran. */
  adopt: () => void;
}

/** Where one is in the questionnaire, and what keys and taps do there. */
export function useItems(options: ItemsOptions): Items {
  const { list } = options;
  // None until the script listens: an item must not look ready for keys that nothing would hear.
  const [current, setCurrent] = useState(-1);
  const tapped = useRef(false);

  const go = useCallback(
    (index: number, motion: ScrollBehavior | null = "instant", value?: number) => {
      const card = list.current?.querySelector<HTMLElement>(`[data-item="${index}"]`);
      if (!card) return;
      setCurrent(index);
      const radio =
        value === undefined
          ? card.querySelector<HTMLElement>("input:checked")
          : card.querySelector<HTMLElement>(`input[value="${value}"]`);
      (radio ?? card.querySelector("input"))?.focus({ preventScroll: true });
      if (motion !== null) revealBetween(card, motion);
    },
    [list],
  );

  const press = useEffectEvent((event: KeyboardEvent) => {
    tapped.current = false;
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const act = keyAct(event, options.values[current] ?? []);
    if (act === null || !takes(event.target, act.act, list.current)) return;
    event.preventDefault();
    if (options.isOver()) return;
    if (act.act === "save") options.save();
    else if (act.act === "move") go(options.step(current, act.by));
    else if (act.act === "clear") {
      if (current >= 0) options.rate(current, null);
    } else {
      options.rate(current, act.value);
      const next = options.step(current, 1);
      go(next, "instant", next === current ? act.value : undefined);
    }
  });

  useEffect(() => {
    const tap = () => (tapped.current = true);
    const pressed = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", pressed);
    document.addEventListener("pointerdown", tap);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("pointerdown", tap);
    };
  }, []);

  const onRate = useSteady((index: number, value: number) => {
    const first = options.ratingOf(index) === null;
    options.rate(index, value);
    // A first answer by mouse or finger goes on, like a digit; mending an earlier one stays there.
    if (tapped.current && first) go(options.step(index, 1), "smooth");
  });
  const onClear = useSteady((index: number) => {
    options.rate(index, null);
    go(index);
  });

  const adopt = () => {
    for (const radio of list.current?.querySelectorAll<HTMLInputElement>("input:checked") ?? []) {
      const index = Number(radio.closest<HTMLElement>("[data-item]")?.dataset.item);
      if (options.ratingOf(index) !== Number(radio.value)) options.rate(index, Number(radio.value));
    }
  };

  return { adopt, current, setCurrent, go, onRate, onClear };
}

/** Outside the items a control keeps its keys; only a digit, which means nothing to a button, answers. */
function takes(target: EventTarget | null, act: KeyAct["act"], list: HTMLElement | null): boolean {
  if (!(target instanceof Element) || list?.contains(target)) return true;
  const control = target.closest("a, button, input, select, textarea, summary, [contenteditable]");
  if (control === null) return true;
  const typing = control.matches("input:not([type=radio]), select, textarea, [contenteditable]");
  return act === "answer" && !typing && (list?.closest("form")?.contains(control) ?? false);
}

/** A handler that stays the same object, so that twenty cards are not drawn anew for each answer. */
function useSteady<Args extends unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
