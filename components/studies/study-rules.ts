import { zodResolver } from "@hookform/resolvers/zod";
import { studyFields } from "@/lib/schemas/study";

/** What was typed stays as it was typed: the server makes the numbers. */
export const studyRules = zodResolver(studyFields, undefined, { raw: true });
