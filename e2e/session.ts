// A session that ends while its pages are open: what idling too long, or signing out on another screen, comes to.

import { expect, request, type Page } from "@playwright/test";
import { origin } from "./given";

/** Ends the page's session on the server. The page keeps its cookie and learns of it with its next request. */
export async function endSessionElsewhere(page: Page): Promise<void> {
  const elsewhere = await request.newContext({ baseURL: origin(), storageState: await page.context().storageState() });
  const { csrfToken } = await (await elsewhere.get("/api/auth/csrf")).json();
  const ended = await elsewhere.post("/api/auth/signout", { form: { csrfToken, json: "true" }, headers: { origin: origin() } });
  expect(ended.ok()).toBe(true);
  await elsewhere.dispose();
}
