// Wall-clock times of the clinic as the form handles them: "2026-11-23T10:05", without a zone. They are
// shown and compared here, never turned into an instant: that is the server's, which knows the zone.

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2026-11-23T10:05" is "23 Nov 2026, 10:05"; anything else is returned as it is. */
export function wallTimeWords(wall: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})$/.exec(wall);
  const month = months[Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}, ${parts[4]}` : wall;
}

/** The clinic's wall clock some time after it showed `wall`, to the minute begun. */
export function wallTimeAfter(wall: string, elapsedMs: number): string {
  const shown = new Date(`${wall}:00Z`).getTime();
  return Number.isNaN(shown) ? wall : new Date(shown + Math.max(0, elapsedMs)).toISOString().slice(0, 16);
}

/** A clock that goes on from `wall`, the clinic's time when the page was made. */
export function wallClock(wall: string, graceMs: number): () => string {
  const started = Date.now();
  return () => wallTimeAfter(wall, Date.now() - started + graceMs);
}
