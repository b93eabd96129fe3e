// The one wrapper around every route: who, parse, record, answer. Errors leave here in one shape,
// { error: { kind, message, … } }, and a route body never sees a request that is not its viewer's and well formed.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordDenied } from "@/lib/auth/denied";
import { currentBetween, currentViewer } from "@/lib/auth/gate";
import { limits } from "@/lib/auth/limits";
import { may, type Right } from "@/lib/auth/rights";
import { requestIdOf } from "@/lib/auth/request";
import type { Between, Stage } from "@/lib/auth/sign-ins";
import type { Viewer } from "@/lib/auth/viewer";
import { databaseAway } from "@/lib/db-faults";
import { noteTrouble } from "@/lib/db-trouble";
import { origins } from "@/lib/env";
import { fault, log } from "@/lib/log";
import { Ask, Busy, Changed, NotFresh, NotHere, Stale, Unfit } from "@/lib/records/problems";

/** Bytes of a form, and milliseconds for its answer; a route that takes files says how much more. */
const largestForm = 64 * 1024;
const longestAnswer = 10_000;
const uuid = z.uuid();

// An address without a variable part has no params at all, whatever the framework's types say.
interface Context {
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

interface Call<Body> {
  viewer: Viewer;
  /** The id in the address: a UUID, or the request never gets this far. Empty where the address has none. */
  id: string;
  body: Body;
}

interface Reply {
  status?: number;
  data: unknown;
}

/** `right`: null where everyone who is signed in may ask, about themselves. */
export function route<Body>(right: Right | null, schema: z.ZodType<Body> | null, record: (call: Call<Body>) => Promise<Reply>, { largest = largestForm, longestMs = longestAnswer } = {}) {
  return (request: Request, context: Context): Promise<Response> =>
    answered(request, async () => {
      const viewer = await currentViewer();
      if (!viewer) throw new Refused(401, "sign-in", "You have been signed out. Sign in again to go on; nothing you typed is lost.");
      const person = request.headers.get("x-person");
      if (person !== null && person !== viewer.userId) throw new Refused(401, "sign-in", "Somebody else has signed in since this page was opened. Sign in again to go on; nothing you typed is lost.");
      const seconds = await limits.admit(viewer.userId, viewer.address);
      if (seconds > 0) throw new TooFast(seconds);
      const { id } = (await context.params) ?? {};
      if (right !== null && !may(viewer, right)) {
        await recordDenied(viewer, new URL(request.url).pathname);
        throw new NotHere();
      }
      if (id !== undefined && !uuid.safeParse(id).success) throw new NotHere();
      const body = schema ? parse(schema, await readJson(request, largest)) : (undefined as Body);
      return record({ viewer, id: id === undefined ? "" : String(id), body });
    }, longestMs);
}

/** For somebody whose password was right, and who is at this step of signing in. */
export function routeBetween<Body>(stage: Stage, schema: z.ZodType<Body>, record: (person: Between, body: Body, sent: Headers) => Promise<Reply>) {
  return (request: Request): Promise<Response> =>
    answered(request, async () => {
      const person = await currentBetween();
      if (person?.stage !== stage) throw new Refused(401, "sign-in", "This took too long. Begin again with your password.");
      return record(person, parse(schema, await readJson(request)), request.headers);
    });
}

/** For somebody who is nobody here yet. */
export function routeOpen<Body>(schema: z.ZodType<Body>, record: (body: Body, sent: Headers) => Promise<Reply>) {
  return (request: Request): Promise<Response> => answered(request, async () => record(parse(schema, await readJson(request)), request.headers));
}

async function answered(request: Request, work: () => Promise<Reply>, longestMs = longestAnswer): Promise<Response> {
  try {
    refuseForeign(request);
    const { status = 200, data } = await inTime(work(), longestMs);
    return json(status, data);
  } catch (error) {
    return explain(error, request);
  }
}

/** Nobody waits longer. What comes of it all the same is found there by whoever sends it again. */
async function inTime<T>(work: Promise<T>, longestMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(Object.assign(new Error("The answer took too long"), { code: "ETIMEDOUT" })), longestMs);
  });
  work.catch(() => {}); // after the answer nobody listens any more
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export class Refused extends Error {
  constructor(readonly status: number, readonly kind: string, message: string) {
    super(message);
  }
}

class TooFast extends Error {
  constructor(readonly seconds: number) {
    super(`That was faster than anybody works. Wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and try again; nothing you typed is lost.`);
  }
}

/** A browser says where a write comes from. From anywhere but our own pages, or unsaid, it is refused. */
function refuseForeign(request: Request): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin === null || !origins.includes(origin) || (site !== null && site !== "same-origin")) {
    throw new Refused(403, "origin", "This request did not come from Courseline's own pages.");
  }
}

async function readJson(request: Request, largest = largestForm): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) throw new Refused(415, "fields", "Send JSON.");
  const reader = request.body?.getReader();
  // A connection that the caller broke off has the same code as one that the database did, and says nothing about it.
  const next = () => reader?.read().catch(() => Promise.reject(new Refused(400, "fields", "The form arrived in part. Send it again.")));
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await next(); part && !part.done; part = await next()) {
    size += part.value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      throw new Refused(413, "too-large", "This is more than a form can hold.");
    }
    parts.push(part.value);
  }
  const body = read(Buffer.concat(parts).toString("utf8"));
  if (typeof body !== "object" || body === null || !isPlain(body)) throw new Refused(400, "fields", "The form arrived damaged. Try again.");
  return body;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const deepest = 16;
const inherited = new Set(["__proto__", "constructor", "prototype"]);

/** No form of ours is deep, and none has a key that JavaScript reads as something else. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth === deepest) return false;
  return Object.entries(value).every(([name, each]) => !inherited.has(name) && isPlain(each, depth + 1));
}

function parse<Body>(schema: z.ZodType<Body>, given: unknown): Body {
  const parsed = schema.safeParse(given);
  if (parsed.success && isStorable(given)) return parsed.data;
  if (parsed.success) throw new Refused(400, "fields", "The form arrived damaged. Try again.");
  throw new Unfit(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join(".") || "form", issue.message])));
}

const unstorable = /[\0\p{Surrogate}]/u;

/** The database stores neither the character of number 0 nor half of one; no keyboard sends them. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !unstorable.test(value);
  return typeof value !== "object" || value === null || Object.entries(value).flat().every(isStorable);
}

function explain(error: unknown, request: Request): Response {
  // What is left of a body that is too large is not waited for.
  if (error instanceof Refused) return problem(error.status, error.kind, error.message, {}, error.status === 413 ? { connection: "close" } : {});
  if (error instanceof TooFast) return problem(429, "throttled", error.message, {}, { "retry-after": String(error.seconds) });
  if (error instanceof Busy) return problem(429, "throttled", error.message, {}, { "retry-after": "10" });
  if (error instanceof NotHere) return problem(404, "not-found", "There is nothing here for you.");
  if (error instanceof Unfit) return problem(422, "fields", error.message, { fields: error.fields });
  if (error instanceof Ask) return problem(409, "ask", error.message, { ask: error.ask, ...error.detail });
  if (error instanceof NotFresh) return problem(403, "fresh", error.message, { ask: error.ask });
  if (error instanceof Stale) return problem(409, "stale", error.message, error instanceof Changed ? { newer: error.newer } : error.stored ? { stored: true } : {});
  const reference = randomUUID().slice(0, 8);
  log.error({ ...fault(error), reference, requestId: requestIdOf(request.headers), method: request.method }, "request failed");
  if (databaseAway(error)) {
    noteTrouble();
    return problem(503, "unavailable", "The database does not answer just now. What you typed is still here; try again shortly.", { reference }, { "retry-after": "5" });
  }
  return problem(500, "broken", `Something broke on our side (reference ${reference}). What you typed is still here; try again.`, { reference });
}

function problem(status: number, kind: string, message: string, detail: Record<string, unknown> = {}, headers: Record<string, string> = {}): Response {
  return json(status, { error: { kind, message, ...detail } }, headers);
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  // What is left of a body that is too large is not waited for.
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...(status === 413 && { connection: "close" }), ...headers } });
}
