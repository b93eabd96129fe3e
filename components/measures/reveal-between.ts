// Brings an element into the space between the bars that stick to the window's edges, if it is not there
// already, with a look back at what was before it.

const gap = 12;
const lookBack = 0.22;

export function revealBetween(element: HTMLElement, motion: ScrollBehavior): void {
  const { top, bottom } = freeSpace();
  const box = element.getBoundingClientRect();
  if (box.top >= top + gap && box.bottom <= bottom - gap) return;
  const room = bottom - top - box.height;
  const target = top + Math.max(gap, Math.min(room - gap, (bottom - top) * lookBack));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: box.top - target, behavior: still ? "instant" : motion });
}

/** Between the bar at the top and the bar at the bottom, as they stand when stuck. */
function freeSpace(): { top: number; bottom: number } {
  let top = 0;
  let bottom = window.innerHeight;
  for (const bar of document.querySelectorAll<HTMLElement>("[data-bar]")) {
    if (bar.dataset.bar === "top") top = Math.max(top, bar.offsetHeight);
    else bottom = Math.min(bottom, window.innerHeight - bar.offsetHeight);
  }
  return { top, bottom };
}
