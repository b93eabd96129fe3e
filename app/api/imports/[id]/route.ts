import { route } from "@/app/api/answer";
import { importText } from "@/lib/records/import/page";
import { undoImport } from "@/lib/records/import/undo";
import { importAsk } from "@/lib/schemas/exchange";

/** Bytes of a file of as many letters as a page takes, as JSON. */
const largest = 8_000_000;
/** Twenty-five thousand forms on a slow machine. */
const longestMs = 120_000;

export const PUT = route("treat", importAsk, async ({ viewer, id, body }) => ({ data: await importText(viewer, id, body) }), { largest, longestMs });

export const DELETE = route("treat", null, async ({ viewer, id }) => ({ data: await undoImport(viewer, id) }), { longestMs });
