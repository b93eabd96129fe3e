import { useEffect, useEffectEvent } from "react";
import { readBegun } from "./begun-forms";
import type { Draft } from "./device-draft";
import { fitting } from "./fitting";
import type { Keeper } from "./keeper";

/** Hands over what an earlier page left of a form, once it is known and while this page stands, in the shape its fields have now; nothing where nothing was left. */
export function useReturned<Values>({ userId, key }: Keeper, name: string, shape: Values, onReturned: (draft: Draft<Values>) => void): void {
  const returned = useEffectEvent((draft: Draft<Values>) => onReturned({ ...draft, values: fitting(shape, draft.values) }));
  useEffect(() => {
    let gone = false;
    void readBegun<Values>({ userId, key }, name).then((draft) => {
      if (!gone && draft !== null) returned(draft);
    });
    return () => {
      gone = true;
    };
  }, [userId, key, name]);
}
