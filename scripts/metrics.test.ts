// The text is Prometheus' own (its documentation, "Exposition formats"), and no address is in it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { meters, metricsServer, newestBackup } from "./metrics-server.mjs";
import { counter, exposition, gauge, histogram } from "./metrics.mjs";
import { patternsIn } from "./route-patterns.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "courseline metrics-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("counts by label, and writes backslash, quote and line end as the format asks", async () => {
  const seen = counter("seen_total", "Seen.");
  seen.add({ what: 'a\\b"c\nd' });
  seen.add({ what: 'a\\b"c\nd' });
  expect(await exposition([seen])).toBe('# HELP seen_total Seen.\n# TYPE seen_total counter\nseen_total{what="a\\\\b\\"c\\nd"} 2\n');
});

it("adds each time up in every bucket from its own on, and in +Inf", async () => {
  const took = histogram("took_seconds", "Took.");
  for (const seconds of [0.003, 0.2, 0.25, 99]) took.observe(seconds, { route: "/" });
  const text = await exposition([took]);
  expect(text).toContain('took_seconds_bucket{route="/",le="0.005"} 1\n');
  expect(text).toContain('took_seconds_bucket{route="/",le="0.1"} 1\n');
  expect(text).toContain('took_seconds_bucket{route="/",le="0.25"} 3\n');
  expect(text).toContain('took_seconds_bucket{route="/",le="10"} 3\n');
  expect(text).toContain('took_seconds_bucket{route="/",le="+Inf"} 4\n');
  expect(text).toContain('took_seconds_count{route="/"} 4\n');
  expect(Number(/took_seconds_sum\S* (\S+)/.exec(text)?.[1])).toBeCloseTo(99.453, 9);
});

it("leaves out what is not known, and tells zero", async () => {
  expect(await exposition([gauge("a", "A.", () => null), gauge("b", "B.", async () => 0)])).toBe("# HELP b B.\n# TYPE b gauge\nb 0\n");
});

const manifest = path.join(folder, "routes-manifest.json");
writeFileSync(manifest, JSON.stringify({
  staticRoutes: [{ page: "/patients", regex: "^/patients(?:/)?$" }],
  dynamicRoutes: [{ page: "/patients/[id]", regex: "^/patients/([^/]+?)(?:/)?$" }],
}));

it("names a route by its pattern, and what is none with one word", () => {
  const patternOf = patternsIn(manifest);
  expect(["/patients?search=x", "/patients/5f0c", "/patients/5f0c/x", "/%00"].map(patternOf)).toEqual(["/patients", "/patients/[id]", "other", "other"]);
  expect(patternsIn(path.join(folder, "none"))("/patients")).toBe("other");
});

it("finds the newest whole backup by its name", () => {
  const backups = path.join(folder, "backups");
  mkdirSync(backups);
  for (const name of ["courseline-20261124T020000Z.backup", "courseline-20261125T020001Z.backup", "courseline-20261125T030000Z.backup.part-9", "notes.txt"]) writeFileSync(path.join(backups, name), "");
  expect(newestBackup(backups)).toBe(Date.parse("2026-11-25T02:00:01Z"));
  expect(newestBackup(path.join(folder, "nowhere"))).toBeNull();
});

it("is served at one address: each answer under its pattern, status and method, and no id anywhere", async () => {
  const measured = meters({ patternOf: patternsIn(manifest), pool: () => undefined, sealedAt: () => Date.now() - 2000, backups: folder });
  const app = createServer((request, response) => {
    measured.watch(request, response);
    response.writeHead(request.url?.includes("missing") ? 404 : 200).end();
  }).listen(0, "127.0.0.1");
  const metrics = metricsServer(measured).listen(0, "127.0.0.1");
  try {
    await Promise.all([app, metrics].map((server) => server.listening || new Promise((resolve) => server.once("listening", resolve))));
    const at = (server: typeof app) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const address of ["/patients/6a1e", "/patients/77b2", "/patients/missing"]) await (await fetch(at(app) + address)).text();
    const answer = await fetch(`${at(metrics)}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(text).toContain('courseline_requests_total{route="/patients/[id]",method="GET",status="200"} 2\n');
    expect(text).toContain('courseline_requests_total{route="/patients/[id]",method="GET",status="404"} 1\n');
    expect(text).toMatch(/^courseline_audit_seal_age_seconds [2-9]/m);
    expect(text).not.toMatch(/6a1e|77b2|missing/);
    for (const line of text.trim().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) |[a-z_0-9]+(\{.*\})? -?[\d.e+-]+$)/);
    expect((await fetch(`${at(metrics)}/`)).status).toBe(404);
  } finally {
    app.close();
    app.closeAllConnections();
    metrics.close();
    metrics.closeAllConnections();
  }
});
