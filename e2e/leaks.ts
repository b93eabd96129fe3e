// What nobody may find afterwards: no name, record number or typed text in an address that was asked for, in a page's
// title, or in what the browser keeps. Watched in every story, by words that the stories' patients carry and nothing else.

import type { BrowserContext } from "@playwright/test";

/** The names and numbers that given.ts gives, some of the demo clinic, and the text that is typed into every field. */
const words = /Fenwick|Robin[a-z]{6}|\bT-[0-9a-f]{12}|Rivera|Tanaka|Okafor|Lindqvist|\b004-2\d{3}\b|onerror=/i;

export class Leaks {
  private readonly contexts = new Set<BrowserContext>();
  private readonly found = new Set<string>();

  watch(context: BrowserContext): void {
    this.contexts.add(context);
    context.on("request", (request) => this.look("an address", decoded(request.url())));
    context.on("close", () => this.contexts.delete(context));
  }

  /** What the pages that are still open are called, and all that the browser holds. */
  async lookAround(): Promise<string[]> {
    for (const context of this.contexts) await this.lookAt(context);
    return [...this.found];
  }

  private async lookAt(context: BrowserContext): Promise<void> {
    for (const page of context.pages()) {
      if (!page.url().startsWith("http")) continue;
      this.look("a title", await page.title());
      this.look("what the tab keeps", await page.evaluate(() => JSON.stringify({ ...sessionStorage })));
      this.look("the history's state", await page.evaluate(() => JSON.stringify(history.state)));
      this.look("caches", await page.evaluate(async () => ("caches" in window ? (await caches.keys()).join() : "")));
    }
    this.look("storage", JSON.stringify((await context.storageState({ indexedDB: true })).origins));
  }

  private look(where: string, text: string): void {
    const hit = words.exec(text);
    if (hit) this.found.add(`${where}: ${text.slice(Math.max(0, hit.index - 60), hit.index + 60)}`);
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
