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

/** What was typed is given up on purpose: the page is opened anew, and nothing is asked. */
export function reloadUnasked(): void {
  unasked = true;
  location.reload();
}

/**
 * Asks before a page with unsaved changes is left: by closing or reloading it, and by a link or the back button inside
 * the app, which the browser does not ask about. A browser without the Navigation API goes back unasked. `isWithin` says
 * which paths the page itself can show: a link to one changes the address and leaves nothing.
 */
export function useLeaveWarning(isUnsaved: () => boolean, question = unsavedQuestion, isWithin: (path: string) => boolean = () => false): void {
  const stays = useEffectEvent(() => isUnsaved() && !window.confirm(question));
  const within = useEffectEvent(isWithin);
  const close = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved() && !unasked) event.preventDefault();
  });
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => close(event);
    const follow = (event: MouseEvent) => {
      const path = leadsTo(event);
      if (path === null) return;
      const inside = within(path);
      if (!inside && !stays()) return;
      event.preventDefault();
      event.stopPropagation();
      if (inside) history.pushState(null, "", path);
    };
    const goBack = (event: NavigateEvent) => {
      const away = event.navigationType === "traverse" && event.cancelable && event.destination.sameDocument;
      const { pathname } = new URL(event.destination.url);
      if (away && pathname !== location.pathname && !within(pathname) && stays()) event.preventDefault();
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

/** The path that a plain click on a link opens, in this tab and in this app; null where it is none or stays here. */
function leadsTo(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target === "_blank" || link.origin !== location.origin) return null;
  return link.pathname === location.pathname ? null : link.pathname;
}
