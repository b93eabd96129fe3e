import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { writeBegun } from "./begun-forms";
import type { Keeper } from "./keeper";
import { sameText } from "./same-text";
import { useReturned } from "./use-returned";

interface FieldsDraft<Values, Known> {
  /** How the fields stand while nothing has been entered. */
  initial: Values;
  /** What the form was opened over; it comes back with the draft. */
  known: Known;
  onLeft: (known: Known) => void;
}

export interface KeptFields<Values> {
  /** When what stands in the fields was entered, where an earlier page left it. */
  leftAt: Date | null;
  /** It is saved, or given up: nothing of it lies on the device. What is stored now is where the fields begin. */
  forget: (stored?: Values) => void;
  empty: () => void;
}

/** As useFormDraft, for a form whose fields react-hook-form holds. */
export function useFieldsDraft<Values extends FieldValues, Known>(form: UseFormReturn<Values>, keeper: Keeper, name: string, { initial, known, onLeft }: FieldsDraft<Values, Known>): KeptFields<Values> {
  const [leftAt, setLeftAt] = useState<Date | null>(null);
  const began = useRef(initial);
  const openedOver = useRef(known);
  const touched = useRef(false);
  const returning = useRef(false);
  const { getValues, reset, subscribe } = form;

  const keep = useEffectEvent((values: Values) => {
    if (returning.current) return; // nobody entered this now, nor over what this page was opened with
    const untouched = sameText(values) === sameText(began.current);
    touched.current ||= !untouched;
    if (touched.current) writeBegun(keeper, name, untouched ? null : { values: { fields: values, known }, at: Date.now() });
  });
  useReturned(keeper, name, { fields: initial, known }, ({ values: { fields, known: then }, at }) => {
    if (touched.current || sameText(getValues()) !== sameText(began.current)) return; // typed before the script was there
    touched.current = returning.current = true;
    reset(fields, { keepDefaultValues: true });
    returning.current = false;
    onLeft(then);
    setLeftAt(new Date(at));
  });
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }), [subscribe]);

  function forget(stored = began.current) {
    began.current = stored;
    touched.current = true;
    setLeftAt(null);
    writeBegun(keeper, name, null);
  }
  return {
    leftAt,
    forget,
    empty: () => {
      forget();
      onLeft(openedOver.current);
      reset(began.current as DefaultValues<Values>);
    },
  };
}
