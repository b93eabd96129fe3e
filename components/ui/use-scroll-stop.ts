import { useEffect, type RefObject } from "react";

/** Makes a frame a stop for the keyboard while there is something in it to scroll. */
export function useScrollStop(frame: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => {
      if (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
}
