import { useEffect, useRef, useState } from "react";
import { readBegun, writeBegun } from "./begun-forms";
import { sameText } from "./same-text";
import type { Keeper } from "./keeper";

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

/** The fields of a form, which outlive the page until they are saved or emptied. `name`: of what, and which form. */
export function useFormDraft<Values>({ userId, key }: Keeper, name: string, initial: Values): FormDraft<Values> {
  const [values, setValues] = useState(initial);
  const [leftAt, setLeftAt] = useState<Date | null>(null);
  const began = useRef(sameText(initial));
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void readBegun<Values>({ userId, key }, name).then((draft) => {
      if (gone || touched.current || draft === null) return;
      setValues(draft.values);
      setLeftAt(new Date(draft.at));
    });
    return () => {
      gone = true;
    };
  }, [userId, key, name]);

  function become(next: Values) {
    const untouched = sameText(next) === began.current;
    touched.current ||= !untouched;
    setValues(next);
    if (touched.current) writeBegun({ userId, key }, name, untouched ? null : { values: next, at: Date.now() });
  }
  function forget() {
    touched.current = true;
    setLeftAt(null);
    writeBegun({ userId, key }, name, null);
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
