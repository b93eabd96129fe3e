import { useEffect, useState } from "react";

/** The device's time, a second at a time; in the first picture the server's, so that both pictures are the same. */
export function useNow(first: string): Date {
  const [now, setNow] = useState(() => new Date(first));
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
