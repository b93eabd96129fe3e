import { notFound } from "next/navigation";
import { z } from "zod";

const uuid = z.uuid();

/** An address that cannot be anybody's looks like one that is nobody's. */
export function uuidOr404(text: string): string {
  if (!uuid.safeParse(text).success) notFound();
  return text;
}
