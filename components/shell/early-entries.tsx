"use client";

import { useEffect } from "react";
import { successorOf } from "@/components/ui/successor";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  interface Window {
    /** What was entered where before anything listened, the last of each; gone once it has been handed over. */
    enteredEarly?: Map<Control, string | boolean>;
  }
}

/** Hands what was entered before the page's script had come to the fields that now listen. Stands last on the page. */
export function EarlyEntries() {
  useEffect(() => {
    void handOver(window.enteredEarly ?? new Map()).finally(() => delete window.enteredEarly);
  }, []);
  return null;
}

async function handOver(entered: Map<Control, string | boolean>): Promise<void> {
  for (const noted of entered.keys()) {
    // One at a time: a field's answer is worked into what the others have come to before.
    await new Promise((resolve) => setTimeout(resolve));
    const value = entered.get(noted);
    const control = successorOf(noted);
    if (control && typeof value === "boolean") tick(control as HTMLInputElement, value);
    else if (control && typeof value === "string") write(control, value);
    entered.delete(noted); // only now: the field has just said the same again
  }
}

// React takes what stands in a control as it begins to listen for known, and hears only of what differs from that.

function tick(control: HTMLInputElement, value: boolean): void {
  if (control.type === "radio" && !value) return;
  control.checked = !value;
  control.click();
}

function write(control: Control, value: string): void {
  const caret = control.value === value && "selectionStart" in control ? [control.selectionStart, control.selectionEnd] : null;
  if (control.type !== "file") {
    control.value = `${value} `;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  }
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
  if (caret && typeof caret[0] === "number") (control as HTMLInputElement).setSelectionRange(caret[0], caret[1] ?? caret[0]);
}
