// What the server told this page last, by the address that was looked at: so that a page of the dosing room that was
// opened before opens again without a connection, as it was seen last. In memory alone, and only in the browser.
import type { Looked } from "@/lib/schemas/dosing-view";

type Told<T> = Looked<T> & { view: T };

const told = new Map<string, Told<unknown>>();

export function remember<T>(address: string, looked: Told<T>): void {
  told.set(address, looked);
}

/** The later of what came with the page and what was told since. */
export function later<T>(address: string, first: Told<T>): Told<T> {
  const known = told.get(address) as Told<T> | undefined;
  return known !== undefined && known.now > first.now ? known : first;
}
