import { useEffect, useRef, useState } from "react";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { writeBegun } from "@/components/begun/begun-forms";
import { useReturned } from "@/components/begun/use-returned";
import { doseValues, type DoseValues } from "./dose-values";
import type { Keeper } from "@/components/begun/keeper";

export interface DoseFields {
  values: DoseValues;
  /** The number of the record that they began from. */
  base: number;
  /** When they were entered, where an earlier page left them. */
  leftAt: Date | null;
  set: (more: Partial<DoseValues>) => void;
  /** Back to what the server has. */
  theirs: () => void;
  /** Over what the server has. */
  mine: () => void;
  saved: () => void;
}

/** The fields of a dose record: untouched they follow what others save, touched they outlive the page until they are saved. */
export function useDoseFields({ userId, key }: Keeper, view: RoomView): DoseFields {
  const newest = view.dose?.number ?? 0;
  const name = `${view.session.id}/dose`;
  const [values, setValues] = useState(() => doseValues(view));
  const [base, setBase] = useState(newest);
  const [dirty, setDirty] = useState(false);
  const [leftAt, setLeftAt] = useState<Date | null>(null);
  const touched = useRef(false);
  const kept = useRef(false);
  const returned = useRef<{ values: DoseValues; base: number } | null>(null);

  useReturned({ userId, key }, name, { values: doseValues(view), base: newest }, (draft) => {
    if (touched.current) return;
    returned.current = draft.values;
    setValues(draft.values.values);
    setBase(draft.values.base);
    setLeftAt(new Date(draft.at));
    setDirty(true);
  });

  useEffect(() => {
    const asReturned = values === returned.current?.values && base === returned.current.base; // nobody entered it now
    if (!(dirty && asReturned) && (dirty || kept.current)) writeBegun({ userId, key }, name, dirty ? { values: { values, base }, at: Date.now() } : null);
    kept.current = dirty; // an untouched page leaves alone what the same person is entering on another
  }, [userId, key, name, dirty, values, base]);

  function settle(number: number) {
    setBase(number);
    setDirty(false);
    setLeftAt(null);
  }
  function theirs() {
    setValues(doseValues(view));
    settle(newest);
  }
  if (newest !== base && !dirty) theirs();
  return {
    values, base, leftAt, theirs,
    mine: () => setBase(newest),
    saved: () => settle(base + 1),
    set: (more) => {
      touched.current = true;
      setDirty(true);
      setValues((before) => ({ ...before, ...more }));
    },
  };
}
