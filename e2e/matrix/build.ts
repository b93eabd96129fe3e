// What the build under test answers at, read from the build itself: nothing is left out because nobody thought of it.

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Ask } from "./ask";

const folder = path.join(import.meta.dirname, "..", "..", process.env.NEXT_DIST_DIR || ".next-test");
const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(folder, file), "utf8"));

/** Every address: "/patients/[patientId]" is a page, "/api/patients/[id]" a route. */
export function addresses(): string[] {
  const routes = Object.values(read("app-path-routes-manifest.json")) as string[];
  const older = Object.keys(read("server/pages-manifest.json")).filter((each) => !/^\/_(error|app|document)$|^\/(404|500)$/.test(each));
  return [...new Set([...routes, ...older])].sort();
}

/** Code that would run before every page and route. There is none: each asks for its viewer itself. */
export function middleware(): string[] {
  const { middleware: edge, functions } = read("server/middleware-manifest.json");
  const { functions: node } = read("server/functions-config-manifest.json");
  return [...Object.keys(Object(edge)), ...Object.keys(Object(functions)), ...Object.keys(Object(node)).filter((each) => each.startsWith("/_middleware"))];
}

/** Server Actions: addresses of their own, which the matrix would not see. There are none. */
export function serverActions(): string[] {
  const { node, edge } = read("server/server-reference-manifest.json");
  return [...Object.keys(Object(node)), ...Object.keys(Object(edge))];
}

/** What a route exports, by its own word: the framework answers OPTIONS from the compiled module. */
export async function methodsOf(ask: Ask, address: string): Promise<string[]> {
  const { headers, status } = await ask({ method: "OPTIONS", path: address.replaceAll(/\[[^\]]+\]/g, "x") });
  if (status !== 204 || headers.allow === undefined) throw new Error(`OPTIONS ${address}: ${status}`);
  return headers.allow.split(", ").filter((each) => each !== "OPTIONS" && each !== "HEAD").sort();
}
