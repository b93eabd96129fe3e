import { notFound } from "next/navigation";
import { z } from "zod";

const uuid = z.uuid();

export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}

/** An address that cannot be anybody's looks like one that is nobody's. */
export function uuidOr404(text: string): string {
  if (!isUuid(text)) notFound();
  return text;
}
