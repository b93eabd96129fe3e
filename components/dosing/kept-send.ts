// How an entry reaches the server: its address, and what each answer means for it.
import { send, type SendError } from "@/components/ui/send";
import type { Newer } from "@/components/ui/versions";
import type { KeptAnswer, KeptEntry, KeptKind } from "./kept-queue";

const patienceMs = 8_000;

const addresses: Readonly<Record<KeptKind, (entry: KeptEntry) => readonly ["PUT" | "POST", string]>> = {
  reading: ({ subject }) => ["PUT", `/api/readings/${subject}`],
  void: ({ subject }) => ["POST", `/api/readings/${subject}/void`],
  dose: ({ sessionId }) => ["PUT", `/api/dosing/${sessionId}/dose`],
  event: ({ subject }) => ["PUT", `/api/dosing-events/${subject}`],
  check: ({ sessionId }) => ["PUT", `/api/sessions/${sessionId}/symptoms`],
};

export async function sendKept(entry: KeptEntry): Promise<KeptAnswer> {
  const [method, address] = addresses[entry.kind](entry);
  const sent = await send<unknown>(method, address, entry.body, { patience: patienceMs });
  return sent.ok ? { ok: true } : answerFrom(sent.error);
}

function answerFrom(error: SendError): KeptAnswer {
  switch (error.kind) {
    case "offline":
    case "aborted":
      return { ok: false, trouble: { kind: "offline" } };
    case "sign-in":
      return { ok: false, trouble: { kind: "signed-out" } };
    case "unavailable":
    case "throttled":
    case "broken":
      return { ok: false, trouble: { kind: "unavailable", ...(error.retryAfter !== undefined && { waitMs: error.retryAfter * 1_000 }) } };
    default:
      return { ok: false, refused: Object.values(error.fields ?? {}).join(" ") || error.message, newer: error.newer as Newer | undefined };
  }
}
