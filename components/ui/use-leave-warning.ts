import { useEffect, useEffectEvent } from "react";

const question = "Leave this page? What you changed has not been saved.";

/**
 * Asks before a page with unsaved changes is left: by closing or reloading it, and by a link or the back button inside
 * the app, which the browser does not ask about. A browser without the Navigation API goes back unasked.
 */
export function useLeaveWarning(isUnsaved: () => boolean): void {
  const stays = useEffectEvent(() => isUnsaved() && !window.confirm(question));
  const close = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  });
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => close(event);
    const follow = (event: MouseEvent) => {
      if (!leadsAway(event) || !stays()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const goBack = (event: NavigateEvent) => {
      const away = event.navigationType === "traverse" && event.cancelable && event.destination.sameDocument;
      if (away && new URL(event.destination.url).pathname !== location.pathname && stays()) event.preventDefault();
    };
    const { navigation } = window as { navigation?: Navigation };
    window.addEventListener("beforeunload", leave);
    window.addEventListener("click", follow, { capture: true });
    navigation?.addEventListener("navigate", goBack);
    return () => {
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("click", follow, { capture: true });
      navigation?.removeEventListener("navigate", goBack);
    };
  }, []);
}

/** A plain click on a link to another page of this app, opened in this tab. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target === "_blank" || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname;
}
