// Where the unsaved work stands, in words: true at any moment, and quiet as long as all is well.
import { countWords } from "./form-words";
import type { QueueState } from "@/components/begun/draft-queue";
import { keptWhere } from "@/components/begun/kept-where";

export interface DraftWords {
  words: string;
  trouble: boolean;
}

/**
 * `apart` counts the answers the server does not hold yet; other unsaved changes (a time, a session) are "a
 * change". `slow` is a request that takes longer than one would notice: said only then, so that the words do
 * not flicker. Example: "offline: 3 answers not yet saved, kept on this device".
 */
export function draftWords(
  state: QueueState<unknown>,
  apart: number,
  now: number,
  slow: boolean,
  lasting: boolean,
): DraftWords {
  const pending = state.waiting !== null || state.sending !== null;
  const kept = `${unsavedWords(apart)}, ${keptWhere(lasting)}`;
  switch (pending ? state.trouble?.kind : undefined) {
    case "offline":
      return { words: `offline: ${kept}`, trouble: true };
    case "unavailable":
      return { words: `the server does not answer just now: ${kept}`, trouble: true };
    case "signed-out":
      return { words: `signed out: ${kept}`, trouble: true };
    case "elsewhere":
      return { words: "other answers to this form were saved meanwhile", trouble: true };
    case "refused":
      return {
        words: state.trouble?.kind === "refused" ? `not saved: ${state.trouble.message}` : "",
        trouble: true,
      };
  }
  if (pending && slow)
    return {
      words: `saving ${apart === 0 ? "a change" : countWords(apart, "answer", "answers")}`,
      trouble: false,
    };
  if (state.savedAt !== null) return { words: `saved ${agoWords(now - state.savedAt)}`, trouble: false };
  return { words: "every answer is saved as you go", trouble: false };
}

function unsavedWords(apart: number): string {
  return `${apart === 0 ? "a change" : countWords(apart, "answer", "answers")} not yet saved`;
}

export function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 1) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
