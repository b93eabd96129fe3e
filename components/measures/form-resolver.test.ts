import { expect, test } from "vitest";
import type { FormValues } from "./answers";
import { formResolver, type SaveAddress } from "./form-resolver";

const patientId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const fresh: SaveAddress = { measureId: "pcl-5", patientId, correction: null };
const values: FormValues = {
  recall: "week",
  sessionId: "",
  answeredAt: "2026-11-23T10:05",
  mode: "paper",
  ratings: Array.from({ length: 20 }, () => 0),
  reason: "",
};
const before = {
  recall: "week" as const,
  sessionId: null,
  answeredAt: "2026-11-23T10:05",
  mode: "paper" as const,
  ratings: values.ratings,
};
const correcting: SaveAddress = { ...fresh, correction: { revision: 1, before } };

async function messages(
  form: SaveAddress,
  changed: Partial<FormValues>,
): Promise<Record<string, string | undefined>> {
  const resolve = formResolver(form, () => "2026-11-23T10:30");
  const { errors } = await resolve({ ...values, ...changed }, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return Object.fromEntries(Object.entries(errors).map(([path, error]) => [path, String(error?.message)]));
}

test("twenty zeros are a form", async () => {
  expect(await messages(fresh, {})).toEqual({});
});

test("an incomplete form is not refused here: that is asked", async () => {
  expect(await messages(fresh, { ratings: [0, ...Array.from({ length: 19 }, () => null)] })).toEqual({});
});

test("a form without any answer is refused", async () => {
  expect(await messages(fresh, { ratings: values.ratings.map(() => null) })).toEqual({
    ratings: "Answer at least one item",
  });
});

test("now is allowed, a minute later is the future", async () => {
  expect(await messages(fresh, { answeredAt: "2026-11-23T10:30" })).toEqual({});
  expect(await messages(fresh, { answeredAt: "2026-11-23T10:31" })).toEqual({
    answeredAt: "Enter a date and time that is not in the future",
  });
});

test.each(["", "2026-11-23T", "T10:05", "2026-02-30T10:05"])("%o is no date and time", async (answeredAt) => {
  expect(await messages(fresh, { answeredAt })).toEqual({ answeredAt: "Enter a date and a time" });
});

test("a correction needs a change and a reason", async () => {
  expect(await messages(correcting, {})).toEqual({
    reason: "Enter the reason for the correction",
    unchanged: "Nothing has been changed yet",
  });
  expect(await messages(correcting, { reason: "typed 0 for 4", ratings: values.ratings.with(0, 4) })).toEqual(
    {},
  );
});
