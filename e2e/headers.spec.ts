import { connect } from "node:net";
import { expect, test } from "./fixtures";
import { origin } from "./given";

const exact: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

test("every answer says the same about itself: pages, redirects, refusals, failures and files", async ({ page, patient, openAs }) => {
  await page.goto(patient.path);
  expect(await page.evaluate(() => crossOriginIsolated), "isolated from other origins").toBe(true);
  const file = new URL((await page.locator("script[src]").first().getAttribute("src")) ?? "", origin()).pathname;
  const stranger = await openAs(null);
  const answers = [
    ...["/caseload", patient.path, `${patient.path}/record`, `${patient.path}/course`, "/measures", "/nothing-here", "/patients/x", "/icon.svg", "/api/health/live", "/api/nothing", "/api/caseload", "/_next/nothing", file, `${file}.missing`, "/%ff"].map((path) => [page, path] as const),
    ...["/sign-in", "/caseload", patient.path, "/api/caseload", "/api/auth/csrf"].map((path) => [stranger, path] as const),
  ];
  const nonces = new Set<string>();
  for (const [as, path] of answers) {
    const response = await as.request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    const where = `${path}, status ${response.status()}`;
    for (const [name, value] of Object.entries(exact)) expect(headers[name], `${name} of ${where}`).toBe(value);
    expect(headers["permissions-policy"], where).toContain("camera=()");
    expect(headers["x-powered-by"], where).toBeUndefined();
    expect(headers["content-security-policy"], where).toContain("frame-ancestors 'none'");
    if (path === file) expect(headers["cache-control"], where).toContain("immutable");
    else expect(headers["cache-control"], where).toContain("no-store");
    const nonce = /'nonce-([\w-]+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
    if (nonce === undefined) continue;
    expect(nonces.has(nonce), `a nonce of its own for ${where}`).toBe(false);
    nonces.add(nonce);
    const scripts = (await response.text()).match(/<script(?=[\s>])[^>]*>/g) ?? [];
    for (const script of scripts) expect(script, where).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBeGreaterThan(8);
});

test("a policy that the caller sends is not the one that holds", async ({ page }) => {
  const response = await page.request.get("/sign-in", { headers: { "content-security-policy": "script-src 'nonce-mine'" } });
  expect((await response.text()).includes('nonce="mine"')).toBe(false);
});

test("a script that found its way into a page does not run", async ({ page, expectConsole }) => {
  expectConsole(/Content Security Policy/);
  const found = `<p id="found" style="position:fixed">x</p><img src="data:," onerror="window.ran = 1"><a href="javascript:window.ran = 2">x</a><script>window.ran = 3</script><script src="/api/health/live"></script>`;
  await page.route("**/how-it-counts", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</body>", `${found}</body>`) });
  });
  await page.goto("/how-it-counts");
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href^="javascript:"]')?.click());
  await expect(page.locator("#found")).not.toHaveCSS("position", "fixed");
  expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
});

test("what is not HTTP gets the headers too", async () => {
  const { hostname, port } = new URL(origin());
  const answer = await new Promise<string>((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write("GARBAGE\r\n\r\n"));
    socket.on("data", (part) => (text += String(part))).on("end", () => resolve(text)).on("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  for (const name of Object.keys(exact)) expect(answer.toLowerCase()).toContain(`\r\n${name}: `);
});
