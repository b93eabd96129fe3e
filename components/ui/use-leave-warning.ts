import { useEffect } from "react";

const question = "Leave this page? What you changed has not been saved.";

/**
 * Asks before a page with unsaved changes is left: by closing or reloading it, or by a link inside the app, which the
 * browser does not ask about. The back button within the app is not caught: it has gone before a page can ask.
 */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      if (!leadsAway(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", leave);
    window.addEventListener("click", follow, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("click", follow, { capture: true });
    };
  }, [unsaved]);
}

/** A plain click on a link to another page of this app, opened in this tab. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target === "_blank" || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname;
}
