import { useEffect, useEffectEvent } from "react";
import { readBegun } from "./begun-forms";
import type { Draft } from "./device-draft";
import type { Keeper } from "./keeper";

/** Hands over what an earlier page left of a form, once it is known and while this page stands; nothing where nothing was left. */
export function useReturned<Values>({ userId, key }: Keeper, name: string, onReturned: (draft: Draft<Values>) => void): void {
  const returned = useEffectEvent(onReturned);
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
