// A form that was begun and not saved comes back, on this device and on any other. Each change is on the server within half a second;
// until it is there it lies on the device, encrypted (device-draft.ts), and the frame of the page says so where it takes longer.
// Every form but a new questionnaire, whose answers are a draft of their own (components/measures/use-draft.ts).
import { send, type SendError } from "@/components/ui/send";
import type { BegunFound, BegunKept } from "@/lib/schemas/begun";
import { dropDraft, readDraft, writeDraft, type Draft } from "./device-draft";
import { createDraftQueue, unsent, type DraftQueue, type Trouble } from "./draft-queue";
import { setUnsentForms } from "./unsent-count";
import type { Keeper } from "./keeper";

interface Change {
  step: number;
  /** When it was made, by this device's clock. */
  at: number;
  draft: Draft<unknown> | null;
}

interface Begun {
  name: string;
  queue: DraftQueue<Change>;
  /** The highest known, here or there. */
  step: number;
  /** As this page left it; undefined where it has neither read nor changed it. */
  last: Draft<unknown> | null | undefined;
  /** Not yet handed to the queue. */
  waiting: Change | null;
  timer: ReturnType<typeof setTimeout> | null;
  /** Settled once the server was asked; false where it says that it has never heard of this form. */
  known: Promise<boolean>;
}

const pauseMs = 400;
const patienceMs = 8_000;
const lookMs = 4_000;
const signedOutMs = 15_000;
const forms = new Map<string, Begun>();

/** What an earlier page left of this form, here or on another device. */
export async function readBegun<Values>(owner: Keeper, name: string): Promise<Draft<Values> | null> {
  const form = formOf(owner, name);
  const asked = look(name);
  form.known = asked.then((found) => found !== null);
  const here = readDraft<Values>(owner, name);
  const there = await asked;
  const found = there === "unknown" ? null : there;
  const [stepHere, stepThere] = [here ? (here.step ?? here.at) : 0, found?.step ?? 0];
  // This page knows best, also without a connection, and where the server is just being told.
  if (form.last !== undefined && form.step >= Math.max(stepHere, stepThere)) return form.last as Draft<Values> | null;
  form.step = Math.max(form.step, stepHere, stepThere);
  if (here && stepHere >= stepThere) {
    if (!isUnsent(form)) form.queue.changed({ step: form.step, at: here.at, draft: here });
    form.last = here;
    return here;
  }
  if (here) writeDraft(owner, name, null);
  if (found === null) return null;
  const left = found.entered === null ? null : (JSON.parse(found.entered) as Draft<Values>);
  form.last = left;
  return left;
}

/** Null once it is saved or emptied. */
export function writeBegun(owner: Keeper, name: string, draft: Draft<unknown> | null): void {
  const form = formOf(owner, name);
  const change = { step: Math.max(Date.now(), form.step + 1), at: Date.now(), draft };
  form.step = change.step;
  form.last = draft;
  writeDraft(owner, name, draft && { ...draft, step: change.step });
  const before = form.waiting !== null || isUnsent(form);
  form.waiting = change;
  void form.known.then((known) => {
    if (form.waiting !== change) return;
    if (draft === null && !known && !before) form.waiting = null;
    else if (draft === null) handOver(form);
    else form.timer ??= setTimeout(() => handOver(form), pauseMs);
  });
}

function formOf(owner: Keeper, name: string): Begun {
  const there = forms.get(`${owner.userId} ${name}`);
  if (there) return there;
  if (forms.size === 0) listen();
  const queue = createDraftQueue<Change>({
    send: (change) => put(form, change),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    onChange: () => {
      if (!isUnsent(form)) dropDraft(owner, name, form.step);
      setUnsentForms([...forms.values()].filter((each) => each.queue.state().trouble !== null).length);
    },
  });
  const form: Begun = { name, queue, step: 0, last: undefined, waiting: null, timer: null, known: Promise.resolve(true) };
  forms.set(`${owner.userId} ${name}`, form);
  return form;
}

const isUnsent = ({ waiting, queue }: Begun) => waiting !== null || unsent(queue.state()) !== null;

function handOver(form: Begun): void {
  if (form.timer !== null) clearTimeout(form.timer);
  const change = form.waiting;
  form.timer = form.waiting = null;
  if (change) form.queue.changed(change);
}

const bodyOf = ({ name }: Begun, { step, draft }: Omit<Change, "at">) => ({ name, step, entered: draft && JSON.stringify({ values: draft.values, at: draft.at }) });

async function put(form: Begun, change: Change): Promise<{ ok: true } | { ok: false; trouble: Trouble }> {
  for (let step = change.step; ; step = form.step) {
    const sent = await send<BegunKept>("PUT", "/api/begun", bodyOf(form, { ...change, step }), { patience: patienceMs });
    if (!sent.ok) return { ok: false, trouble: troubleFrom(sent.error) };
    form.known = Promise.resolve(true);
    form.step = Math.max(form.step, sent.data.step);
    if (sent.data.kept) return { ok: true };
    // Something else is stored. Was that done since, it counts; else its device's clock is ahead.
    if (sent.data.ageMs < Date.now() - change.at) {
      form.last = undefined;
      return { ok: true };
    }
    form.step += 1;
  }
}

function troubleFrom({ kind, message, retryAfter }: SendError): Trouble {
  if (kind === "offline") return { kind: "offline" };
  if (kind === "sign-in") return { kind: "unavailable", waitMs: signedOutMs };
  if (kind === "fields" || kind === "too-large") return { kind: "refused", message };
  return { kind: "unavailable", ...(retryAfter !== undefined && { waitMs: retryAfter * 1_000 }) };
}

let asking: { names: Set<string>; answer: Promise<readonly BegunFound[] | null> } | null = null;

/** Null where it has never been heard of, "unknown" where the server does not say. What one page asks for goes in one question. */
async function look(name: string): Promise<BegunFound | null | "unknown"> {
  if (asking === null) {
    const names = new Set<string>();
    const answer = Promise.resolve().then(async () => {
      asking = null;
      const sent = await send<readonly BegunFound[]>("POST", "/api/begun/look", { names: [...names] }, { patience: lookMs, unattended: true });
      return sent.ok ? sent.data : null;
    });
    asking = { names, answer };
  }
  asking.names.add(name);
  const found = await asking.answer;
  return found === null ? "unknown" : (found.find((each) => each.name === name) ?? null);
}

function listen(): void {
  const each = (work: (form: Begun) => void) => () => [...forms.values()].forEach(work);
  const retry = each(({ queue }) => queue.retry());
  const flush = each((form) => {
    const last = form.waiting ?? unsent(form.queue.state());
    if (last) void send("PUT", "/api/begun", bodyOf(form, last), { keepalive: true });
  });
  window.addEventListener("online", retry);
  window.addEventListener("pageshow", retry);
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? flush() : retry()));
}
