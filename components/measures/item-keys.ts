// What a key means while a questionnaire is being filled in. Pure, so that the table below can be read and
// tested: a digit answers, ↑ ↓ and Backspace move, Delete clears, Enter saves. ← → are left to the radios.

export type KeyAct =
  { act: "answer"; value: number } | { act: "move"; by: 1 | -1 } | { act: "clear" } | { act: "save" };

export interface Key {
  key: string;
  code: string;
  repeat: boolean;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

export function keyAct(key: Key, values: readonly number[]): KeyAct | null {
  if (key.ctrlKey || key.altKey || key.metaKey || key.isComposing) return null;
  switch (key.key) {
    case "ArrowDown":
      return { act: "move", by: 1 };
    case "ArrowUp":
    case "Backspace":
      return { act: "move", by: -1 };
  }
  // A key that is held down must not answer the rest of the form.
  if (key.repeat) return null;
  if (key.key === "Enter") return { act: "save" };
  if (key.key === "Delete") return { act: "clear" };
  const value = digit(key);
  return value !== null && values.includes(value) ? { act: "answer", value } : null;
}

// Where the digit row types other signs (French: & é "), the place of the key still counts.
function digit(key: Key): number | null {
  if (/^\d$/.test(key.key)) return Number(key.key);
  const place = /^Digit(\d)$/.exec(key.code)?.[1];
  return place !== undefined && !key.shiftKey ? Number(place) : null;
}
