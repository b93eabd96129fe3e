// How many forms begun the server could not be told of: small, for the frame of every page.
const listeners = new Set<() => void>();
let unsent = 0;

export const unsentForms = () => unsent;

export function setUnsentForms(count: number): void {
  if (count === unsent) return;
  unsent = count;
  for (const listener of listeners) listener();
}

export function onUnsentForms(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
