import { expect, test } from "vitest";
import { headersFor, pagePolicy, refusal } from "./headers.mjs";

const here = { secure: false, dev: false };
const there = { secure: true, dev: false };

test("a page may run nothing but the scripts of its own answer, and take styles from files alone", () => {
  const policy = pagePolicy("abc", here);
  expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self';/);
  expect(policy).not.toMatch(/unsafe|\*|data:|http/);
  for (const directive of ["base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(directive);
});

test.each(["/", "/patients/x?recall=week", "/nothing", "/api/caseload", "/icon.svg", "/_next/image?url=x"])("%s is kept by no browser", (path) => {
  expect(headersFor(path, "abc", here)["Cache-Control"]).toBe("no-store");
});

test("a file named by its contents may be kept: the framework says how long", () => {
  expect(headersFor("/_next/static/chunks/a.js", "abc", here)).not.toHaveProperty("Cache-Control");
});

test("HTTPS is asked for where the clinic's address has it, for two years and every name below", () => {
  expect(headersFor("/", "abc", there)["Strict-Transport-Security"]).toBe("max-age=63072000; includeSubDomains");
  expect(headersFor("/", "abc", here)).not.toHaveProperty("Strict-Transport-Security");
});

test("what is not HTTP is answered with the same headers, and nothing of what was sent", () => {
  const answer = refusal(400, "Bad Request", there);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  for (const name of Object.keys(headersFor("/_next/static/", "", there))) expect(answer).toContain(`\r\n${name}: `);
  expect(answer.endsWith("\r\n\r\n")).toBe(true);
});
