import { useEffect, type RefObject } from "react";

/**
 * Keeps the focus near when the control that had it goes: a button that became a field, a chip that opened a form. In
 * the row it stood in the first control takes it, or the heading of its section; nothing scrolls.
 */
export function useFocusKept(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let around: Element[] = []; // what had the focus, and the rows and sections it stood in
    const note = ({ target }: FocusEvent) => {
      around = [];
      for (let each = target as Element | null; each && each !== element; each = each.parentElement) {
        if (each === target || each.matches("li, section")) around.push(each);
      }
    };
    // Where the focus was given up and not taken away, it is left alone.
    const leave = ({ target }: FocusEvent) => queueMicrotask(() => (target as Element).isConnected && around[0] === target && (around = []));
    const observer = new MutationObserver(() => {
      if (around.length === 0 || around[0]?.isConnected || document.activeElement !== document.body) return;
      // A section that moved is another element of the same id.
      const left = around.find((each) => each.isConnected) ?? around.map(({ id }) => id && document.getElementById(id)).find(Boolean);
      around = [];
      if (left) place(left)?.focus({ preventScroll: true });
    });
    element.addEventListener("focusin", note);
    element.addEventListener("focusout", leave);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener("focusin", note);
      element.removeEventListener("focusout", leave);
      observer.disconnect();
    };
  }, [frame]);
}

function place(left: Element): HTMLElement | null {
  const heading = left.matches("li") ? null : left.querySelector<HTMLElement>("h2");
  if (!heading) return left.querySelector<HTMLElement>("input, select, textarea, button, a[href]");
  heading.tabIndex = -1;
  return heading;
}
