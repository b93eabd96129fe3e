// What the wrapper around every route makes of a caller who hangs up, and of a database that does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import type * as answerModule from "./answer";
import type * as troubleModule from "@/lib/db-trouble";

const address = "http://localhost/api/anything";
let clinic: Clinic;
let answer: typeof answerModule;
let trouble: typeof troubleModule;

beforeAll(async () => {
  clinic = await openClinic();
  [answer, trouble] = [await import("./answer"), await import("@/lib/db-trouble")];
});
afterAll(() => clinic.close());

const reset = () => Object.assign(new Error("aborted"), { code: "ECONNRESET" });

async function ask(body: string | ReadableStream, work: () => Promise<{ data: unknown }>): Promise<Response> {
  const { origins } = await import("@/lib/env");
  const headers = { origin: origins[0] ?? "", "content-type": "application/json" };
  return answer.routeOpen(z.object({}), work)(new Request(address, { method: "POST", headers, body, duplex: "half" } as RequestInit));
}

test("a caller who hangs up in the middle of a form is no sign that the database is away", async () => {
  const half = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from("{"));
    },
    pull(controller) {
      controller.error(reset());
    },
  });
  expect((await ask(half, async () => ({ data: {} }))).status).toBe(400);
  expect(trouble.troubledLately()).toBe(false);
});

test("a connection to the database that breaks is", async () => {
  const answered = await ask("{}", () => Promise.reject(reset()));
  expect([answered.status, answered.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(trouble.troubledLately()).toBe(true);
});
