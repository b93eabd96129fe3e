import { expect, test } from "vitest";
import { wordsFor } from "./auth-client";

test("an unknown person and a wrong password read the same", () => {
  expect(wordsFor(401, "CredentialsSignin")).toBe("The e-mail address or the password is not right");
  expect(wordsFor(401, null)).toBe(wordsFor(401, "CredentialsSignin"));
});

test("a throttled sign-in says how long to wait", () => {
  expect(wordsFor(401, "Throttled 12")).toBe("Too many attempts. Wait 12 minutes, then try again.");
  expect(wordsFor(401, "Throttled:1")).toBe("Too many attempts. Wait 1 minute, then try again.");
  expect(wordsFor(401, "Throttled")).toBe("Too many attempts. Wait a few minutes, then try again.");
  expect(wordsFor(429, null)).toBe("Too many attempts. Wait a few minutes, then try again.");
});

test("a broken server is not blamed on the password", () => {
  expect(wordsFor(503, null)).toMatch(/does not work at the moment/);
});
