import { useRef, useState } from "react";
import { writeBegun } from "./begun-forms";
import type { Keeper } from "./keeper";
import { sameText } from "./same-text";
import { useReturned } from "./use-returned";

export interface FormDraft<Values> {
  values: Values;
  set: (next: Values) => void;
  /** It is saved, and the page goes on: nothing of it lies on the device. */
  forget: () => void;
  /** It is saved, or emptied: back to where it began, and nothing of it lies on the device. */
  clear: () => void;
  /** When what stands in the fields was entered, where an earlier page left it. */
  leftAt: Date | null;
}

/**
 * The fields of a form, which outlive the page until they are saved or emptied. `name`: of what, and which form. `shape`: its fields,
 * where it begins without any.
 */
export function useFormDraft<Values>(keeper: Keeper, name: string, initial: Values, shape = initial): FormDraft<Values> {
  const [values, setValues] = useState(initial);
  const [leftAt, setLeftAt] = useState<Date | null>(null);
  const began = useRef(sameText(initial));
  const touched = useRef(false);

  useReturned(keeper, name, shape, (draft) => {
    if (touched.current) return;
    setValues(draft.values);
    setLeftAt(new Date(draft.at));
  });

  function become(next: Values) {
    const untouched = sameText(next) === began.current;
    touched.current ||= !untouched;
    setValues(next);
    if (touched.current) writeBegun(keeper, name, untouched ? null : { values: next, at: Date.now() });
  }
  function forget() {
    touched.current = true;
    setLeftAt(null);
    writeBegun(keeper, name, null);
  }
  return {
    values,
    leftAt,
    set: become,
    forget,
    clear: () => {
      setValues(initial);
      forget();
    },
  };
}
