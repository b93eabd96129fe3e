// Days and times as the demo clinic's own calendar has them, whatever zone the tests and the browser are in.

const zone = "America/New_York";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parts(at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** The clinic's wall clock, now or some minutes ago: "2026-11-23T04:05". */
export function clinicNow(minutesAgo = 0): string {
  const { year, month, day, hour, minute } = parts(new Date(Date.now() - minutesAgo * 60_000));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** "2026-11-15" for −8 on 23 November. */
export function clinicDay(offset: number): string {
  const day = new Date(`${clinicNow().slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + offset);
  return day.toISOString().slice(0, 10);
}

/** "15 Nov 2026" for −8 on 23 November. */
export function clinicDayInWords(offset: number): string {
  const [year, month, day] = clinicDay(offset).split("-").map(Number);
  return `${day} ${months[(month ?? 0) - 1]} ${year}`;
}
