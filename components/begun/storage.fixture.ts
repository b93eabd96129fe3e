/** The browser's storage: its items are its own keys. */
export function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, name: string) { return this[name] ?? null; },
    setItem(this: Record<string, string>, name: string, value: string) { this[name] = value; },
    removeItem(this: Record<string, string>, name: string) { delete this[name]; },
  };
  return Object.create(methods) as Storage;
}
