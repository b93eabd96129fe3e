import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "./password";

test("what is stored says argon2id at 19 MiB, two passes and one lane, with a salt of its own", async () => {
  const [one, other] = [await hashPassword("quay lantern 7"), await hashPassword("quay lantern 7")];
  for (const stored of [one, other]) expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/);
  expect(one).not.toBe(other);
  expect([await passwordMatches(one, "quay lantern 7"), await passwordMatches(one, "quay lantern 8"), await passwordMatches(null, "quay lantern 7")]).toEqual([true, false, false]);
});
