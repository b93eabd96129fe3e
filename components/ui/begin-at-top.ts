/** The page is another one now, under the same address: seen from its top, with the focus on its heading. */
export function beginAtTop(): void {
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
  window.scrollTo({ top: 0, behavior: "instant" });
}
