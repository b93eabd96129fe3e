import { expect, test } from "vitest";
import type { FormValues } from "./answers";
import { formResolver, type SaveAddress } from "./form-resolver";

const patientId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const pcl5 = { id: "pcl-5", entry: "items" as const, range: { min: 0, max: 80 } };
const fresh: SaveAddress = { measure: pcl5, patientId, correction: null };
const values: FormValues = {
  recall: "week",
  sessionId: "",
  answeredAt: "2026-11-23T10:05",
  mode: "paper",
  ratings: Array.from({ length: 20 }, () => 0),
  total: "",
  reason: "",
};
const before = {
  recall: "week" as const,
  sessionId: null,
  answeredAt: "2026-11-23T10:05",
  mode: "paper" as const,
  ratings: values.ratings,
  total: null,
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

test.each(["", "81", "40.5", "-1", "forty"])("a total of %o is refused where the range is 0 to 80", async (total) => {
  const entered: SaveAddress = { ...fresh, measure: { ...pcl5, entry: "total" } };
  expect(await messages(entered, { ratings: [], total })).toEqual({
    total: "Enter the total as a whole number from 0 to 80",
  });
});

test.each(["0", "80", " 41 "])("a total of %o is taken", async (total) => {
  const entered: SaveAddress = { ...fresh, measure: { ...pcl5, entry: "total" } };
  expect(await messages(entered, { ratings: [], total })).toEqual({});
});

test("a result must be chosen, and zero is one", async () => {
  const result: SaveAddress = { ...fresh, measure: { ...pcl5, entry: "result" } };
  expect(await messages(result, { ratings: [], total: "" })).toEqual({ total: "Choose the result" });
  expect(await messages(result, { ratings: [], total: "0" })).toEqual({});
});
