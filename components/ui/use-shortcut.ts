import { useEffect, useEffectEvent } from "react";

// Single-key shortcuts: one listener for the page, a list that the help dialog shows, silent while somebody
// types or a dialog is open, and a switch to turn them off (WCAG 2.2, 2.1.4), kept on this device.

interface Shortcut {
  key: string;
  words: string;
  run: () => void;
}

const shortcuts = new Set<Shortcut>();
const switchName = "courseline-shortcuts";

export function useShortcut(key: string, words: string, run: () => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    const shortcut: Shortcut = { key: key.toLowerCase(), words, run: () => runLatest() };
    if (shortcuts.size === 0) document.addEventListener("keydown", press);
    shortcuts.add(shortcut);
    return () => {
      shortcuts.delete(shortcut);
      if (shortcuts.size === 0) document.removeEventListener("keydown", press);
    };
  }, [key, words]);
}

/** What the keys do on this page, for the help dialog. */
export function listShortcuts(): { key: string; words: string }[] {
  return [...shortcuts].map(({ key, words }) => ({ key: key.toUpperCase(), words }));
}

export function shortcutsAreOn(): boolean {
  return localStorage.getItem(switchName) !== "off";
}

export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(switchName);
  else localStorage.setItem(switchName, "off");
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || !shortcutsAreOn()) return;
  for (const shortcut of shortcuts) {
    if (shortcut.key !== event.key.toLowerCase()) continue;
    event.preventDefault();
    shortcut.run();
    return;
  }
}

const notText = ["radio", "checkbox", "button", "submit", "reset", "range", "file", "color", "image"];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notText.includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
