// The one way a form talks to the server. It never throws: every outcome, the missing network included,
// comes back as a value, so that a form can keep what was typed and say in words what happened.

export type SendErrorKind =
  | "fields"
  | "ask"
  | "stale"
  | "fresh"
  | "not-found"
  | "sign-in"
  | "origin"
  | "too-large"
  | "throttled"
  | "unavailable"
  | "broken"
  | "offline"
  | "aborted";

export interface SendError {
  kind: SendErrorKind;
  message: string;
  /** A sentence for each field it concerns, by the field's path. */
  fields?: Record<string, string>;
  /** With kind "ask": what has to be confirmed; the rest of the body says about what. */
  ask?: string;
  /** With kind "broken": what the log is to be searched for. */
  reference?: string;
  /** Seconds the server asked us to wait. */
  retryAfter?: number;
  [detail: string]: unknown;
}

export type Sent<T> = { ok: true; status: number; data: T } | { ok: false; status: number; error: SendError };

export interface SendOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page: for the last draft of a page that is being left. */
  keepalive?: boolean;
  /** Milliseconds after which silence counts as being offline. */
  patience?: number;
  /** The page asks by itself: the session ends all the same when nobody touches it. */
  unattended?: boolean;
}

export type Method = "POST" | "PUT" | "DELETE";

const unreachable =
  "The server cannot be reached. What you typed is still here; try again when you are connected.";
const unexpected = "Something went wrong on the server. What you typed is still here; try again.";

let person: string | null = null;

/** Whose page this is: in another window of the browser somebody else may have signed in since, and what is sent from here is not theirs. */
export function pageOf(userId: string): void {
  person = userId;
}

/** How a page asks whether it is still the same person; false where they would rather not say. */
type Confirm = (problem: SendError) => Promise<boolean>;
let confirm: Confirm | null = null;

export function confirmWith(ask: Confirm): () => void {
  confirm = ask;
  return () => {
    confirm = null;
  };
}

/** What only somebody may do who confirmed just now is asked about and sent once more: nothing typed is lost over it. */
export async function send<T>(method: Method, url: string, body?: unknown, options: SendOptions = {}): Promise<Sent<T>> {
  const answer = await sendOnce<T>(method, url, body, options);
  const asked = !answer.ok && answer.error.kind === "fresh" && confirm !== null && (await confirm(answer.error));
  return asked ? sendOnce(method, url, body, options) : answer;
}

async function sendOnce<T>(method: Method, url: string, body: unknown, options: SendOptions): Promise<Sent<T>> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), options.patience ?? 20_000);
  const leave = () => silence.abort();
  options.signal?.addEventListener("abort", leave);
  try {
    const response = await fetch(url, {
      method,
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "application/json", ...(options.unattended && { "x-unattended": "1" }), ...(person !== null && { "x-person": person }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive: options.keepalive ?? false,
      signal: silence.signal,
    });
    const answer = await readJson(response);
    if (response.ok && answer.readable) return { ok: true, status: response.status, data: answer.value as T };
    return { ok: false, status: response.status, error: readError(response, answer.value) };
  } catch {
    if (options.signal?.aborted) return failed("aborted", "Replaced by a later request");
    return failed("offline", unreachable);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", leave);
  }
}

function failed(kind: SendErrorKind, message: string): { ok: false; status: number; error: SendError } {
  return { ok: false, status: 0, error: { kind, message } };
}

async function readJson(response: Response): Promise<{ readable: boolean; value: unknown }> {
  const text = await response.text();
  if (text === "") return { readable: true, value: null };
  try {
    return { readable: true, value: JSON.parse(text) };
  } catch {
    return { readable: false, value: null };
  }
}

function readError(response: Response, body: unknown): SendError {
  const stated = (body as { error?: unknown } | null)?.error;
  const wait = Number(response.headers.get("retry-after"));
  const retryAfter = wait > 0 ? { retryAfter: wait } : {};
  if (typeof stated === "object" && stated !== null && "kind" in stated && "message" in stated) {
    return { ...(stated as SendError), ...retryAfter };
  }
  return { kind: kindByStatus(response.status), message: unexpected, ...retryAfter };
}

function kindByStatus(status: number): SendErrorKind {
  if (status === 401) return "sign-in";
  if (status === 404) return "not-found";
  if (status === 413) return "too-large";
  if (status === 429) return "throttled";
  if (status === 502 || status === 503 || status === 504) return "unavailable";
  return "broken";
}
