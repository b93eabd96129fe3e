import { useEffect, useEffectEvent } from "react";

const unsavedQuestion = "Leave this page? What you changed has not been saved.";

let unasked = false;

/** Whether the page is being left on somebody else's behalf. */
export const isLeftUnasked = () => unasked;

/** Another person has signed in on this page: nothing of it is shown to them, and nothing is asked. */
export function leaveUnasked(): void {
  unasked = true;
  document.documentElement.hidden = true;
  location.replace(location.pathname + location.search);
}

/**
 * Asks before a page with unsaved changes is left: by closing or reloading it, and by a link or the back button inside
 * the app, which the browser does not ask about. A browser without the Navigation API goes back unasked.
 */
export function useLeaveWarning(isUnsaved: () => boolean, question = unsavedQuestion): void {
  const stays = useEffectEvent(() => isUnsaved() && !window.confirm(question));
  const close = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved() && !unasked) event.preventDefault();
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
