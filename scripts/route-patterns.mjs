// The pattern of the route that an address belongs to: /patients/[id] for every patient. From the build's own list, so that a new
// page has its line; whatever is not in it is "other", so that nobody makes a label by asking for an address.

import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ page: string, regex: string }} Route
 * @typedef {{ staticRoutes?: Route[], dynamicRoutes?: Route[] }} Manifest
 */

/**
 * @param {string} file routes-manifest.json of the build
 * @returns {(path: string) => string}
 */
export function patternsIn(file) {
  /** @type {Manifest} */
  const { staticRoutes = [], dynamicRoutes = [] } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (address) => {
    const path = address.split("?")[0] ?? "/";
    if (path.startsWith("/_next/static/")) return "/_next/static";
    return routes.find(({ regex }) => regex.test(path))?.page ?? "other";
  };
}
