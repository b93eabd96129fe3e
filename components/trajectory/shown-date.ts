// Clinic wall time in words. The text is put together by hand so that server and browser, whose language
// data differ, write the same characters.
import { plain } from "@/lib/change/signed";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2026-11-22T10:05" or "2026-11-22" → "22 Nov 2026". */
export function shownDate(wall: string): string {
  return `${shortDate(wall)} ${wall.slice(0, 4)}`;
}

/** "2026-11-02" → "2 Nov". */
export function shortDate(wall: string): string {
  return `${Number(wall.slice(8, 10))} ${months[Number(wall.slice(5, 7)) - 1]}`;
}

/** "2026-11-22T10:05" → "10:05". */
export function shownTime(wall: string): string {
  return wall.slice(11, 16);
}

/** "day 22", "day −3" with a true minus. */
export function shownDay(day: number): string {
  return `day ${plain(day)}`;
}

/** "2026-11-28" → "Sat 28 Nov"; a calendar day has the same weekday everywhere. */
export function weekdayDate(day: string): string {
  const weekday = new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return `${["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday]} ${shortDate(day)}`;
}
