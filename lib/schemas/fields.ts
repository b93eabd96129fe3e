// The small parts that the forms share. A sentence here is the sentence a person reads beside the field.
import { z } from "zod";

// Without this zod tries to compile its checks from text, which a strict content-security policy reports.
z.config({ jitless: true });

export const id = z.uuid("This form has lost its id. Copy what you typed and open the page again.");

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day that exists: "2026-02-30" is refused, not rolled over. */
export const calendarDate = z.string().refine(exists, "Enter a date that exists, for example 2026-03-14");

/** A wall-clock time in the clinic's zone, as typed: "2026-11-23T10:05". The server finds the instant. */
export const wallTime = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && exists(text.slice(0, 10)), "Enter a date and a time");

export const text = (name: string, longest: number) =>
  z.string().trim().min(1, `Enter the ${name}`).max(longest, `Use at most ${longest} characters for the ${name}`);

export const optionalText = (name: string, longest: number) =>
  z.string().trim().max(longest, `Use at most ${longest} characters for the ${name}`).optional();

/** What the person has been asked and has confirmed, for example ["incomplete"]. */
export const allow = z.array(z.string().max(40)).max(10).default([]);

function exists(day: string): boolean {
  const parts = dayPattern.exec(day);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const made = new Date(Date.UTC(year, month - 1, date));
  return year >= 1900 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}
