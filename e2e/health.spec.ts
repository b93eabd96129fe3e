import { expect, test } from "./fixtures";

test.use({ signedInAs: null });

test("the process is live and ready, for anybody who asks, and says nothing more", async ({ request }) => {
  const live = await request.get("/api/health/live");
  expect([live.status(), await live.json()]).toEqual([200, { status: "live" }]);
  const ready = await request.get("/api/health/ready");
  expect([ready.status(), await ready.json()]).toEqual([200, { status: "ready" }]);
  for (const response of [live, ready]) expect(response.headers()["cache-control"]).toBe("no-store");
});
