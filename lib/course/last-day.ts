/** What is wrong with the day a course is said to have ended on; null where nothing is. Days are calendar days of the course's zone. */
export function lastDayProblem(on: string, { startDate, today }: { readonly startDate: string; readonly today: string }): string | null {
  if (on === "") return "Enter the day it ended";
  if (on > today) return "Enter a day that has come";
  return on < startDate ? "The course had not begun on that day" : null;
}
