// What the wrapper turns away before a record sees it. The running server is asked some of it in e2e/attack.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { z } from "zod";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";

let clinic: Clinic;
let ask: (init: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Response>;
let seen: unknown[] = [];

const ours = { origin: "http://localhost:3000", "content-type": "application/json", "sec-fetch-site": "same-origin" };

beforeAll(async () => {
  clinic = await openClinic();
  const { routeOpen } = await import("./answer");
  const put = routeOpen(z.looseObject({ note: z.unknown() }), async (body) => {
    seen.push(body);
    return { data: { saved: true } };
  });
  ask = ({ method = "PUT", headers = ours, body = '{"note":"x"}' }) => put(new Request(`http://localhost:3000/api/trial/${randomUUID()}`, { method, headers, body }));
});
afterAll(() => clinic.close());

const turnedAway = async (init: Parameters<typeof ask>[0]) => {
  seen = [];
  const response = await ask(init);
  expect(seen, "the record saw nothing").toEqual([]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { error } = (await response.json()) as { error: { message: string } };
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  return response.status;
};

it("lets our own pages through", async () => {
  seen = [];
  expect((await ask({})).status).toBe(200);
  expect(seen).toEqual([{ note: "x" }]);
});

test.each<[string, Record<string, string>]>([
  ["another origin", { ...ours, origin: "https://evil.example" }],
  ["a null origin", { ...ours, origin: "null" }],
  ["an origin that begins like ours", { ...ours, origin: "http://localhost:3000.evil.example" }],
  ["our host on another port", { ...ours, origin: "http://localhost:3001" }],
  ["another scheme", { ...ours, origin: "https://localhost:3000" }],
  ["another origin that claims our host", { ...ours, origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "localhost:3000" }],
  ["our origin, sent by a page of another site", { ...ours, "sec-fetch-site": "cross-site" }],
  ["our origin, sent by a neighbouring site", { ...ours, "sec-fetch-site": "same-site" }],
  ["our origin, sent by nobody's page", { ...ours, "sec-fetch-site": "none" }],
])("%s is refused", async (_what, headers) => {
  expect(await turnedAway({ headers })).toBe(403);
});

it("refuses a write that does not say where it comes from", async () => {
  expect(await turnedAway({ headers: { "content-type": "application/json" } })).toBe(403);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json", ""])("a body that calls itself %j is refused", async (type) => {
  expect(await turnedAway({ headers: { ...ours, "content-type": type } })).toBe(415);
});

const nested = (depth: number) => `{"note":${"[".repeat(depth)}${"]".repeat(depth)}}`;

test.each([
  ["damaged", '{"note":', 400],
  ["deep", nested(16), 400],
  ["as deep as 64 kB allow", nested(32_000), 400],
  ["with a key of JavaScript's own", '{"note":"x","__proto__":{"roles":["administrator"]}}', 400],
  ["with one further in", '{"note":{"a":[{"constructor":{"prototype":{"x":1}}}]}}', 400],
  ["that is no object", '"x"', 400],
  ["that is null", "null", 400],
  ["larger than a form", JSON.stringify({ note: "x".repeat(64 * 1024) }), 413],
])("a body %s is refused whole", async (_what, body, status) => {
  expect(await turnedAway({ body })).toBe(status);
});

it("takes what is just within", async () => {
  expect((await ask({ body: nested(15) })).status).toBe(200);
  const largest = 64 * 1024 - '{"note":""}'.length;
  expect((await ask({ body: JSON.stringify({ note: "x".repeat(largest) }) })).status).toBe(200);
  expect((await ask({ body: JSON.stringify({ note: "x".repeat(largest + 1) }) })).status).toBe(413);
});
