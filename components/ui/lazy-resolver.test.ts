import type { Resolver } from "react-hook-form";
import { expect, test } from "vitest";
import { lazyResolver } from "./lazy-resolver";

const options = { fields: {}, shouldUseNativeValidation: undefined };
const refuse: Resolver<{ name: string }> = () => ({
  values: {},
  errors: { name: { type: "missing", message: "Enter a name" } },
});

test("the rules that were fetched decide", async () => {
  const answer = await lazyResolver(async () => refuse)({ name: "" }, undefined, options);
  expect(answer.errors.name?.message).toBe("Enter a name");
});

test("without them everything typed goes to the server", async () => {
  const answer = await lazyResolver<{ name: string }>(() => Promise.reject(new Error("offline")))(
    { name: "Ada" },
    undefined,
    options,
  );
  expect(answer).toEqual({ values: { name: "Ada" }, errors: {} });
});
