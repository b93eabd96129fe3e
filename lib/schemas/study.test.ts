import { expect, test } from "vitest";
import { publishedStudies } from "@/lib/cohort/studies/published";
import { fieldsOf, studyFields, studySave, studyStored, studyToStore } from "./study";

const fields = { name: "Vale 2024", citation: "Vale (2024)", measure: "pcl-5", treatment: "CPT", time: "after treatment", kind: "mean-change" as const, groups: "between" as const, figures: { n: "40", change: "−6.0", se: "2.1" }, note: "", version: 0 };
const problemsOf = (over: object) => Object.fromEntries((studyFields.safeParse({ ...fields, ...over }).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));

test("what was typed, and what is kept", () => {
  expect(studySave.parse(fields)).toEqual({
    study: { name: "Vale 2024", citation: "Vale (2024)", measure: "pcl-5", treatment: "CPT", time: "after treatment", groups: "between", reported: { kind: "mean-change", n: 40, change: -6, se: 2.1 }, note: null },
    version: 0, reason: null,
  });
});

test("each mistake beside its field", () => {
  expect(problemsOf({})).toEqual({});
  expect(problemsOf({ name: " " })).toEqual({ name: "Enter the name of the study" });
  expect(problemsOf({ figures: { n: "40", change: "-6,0", se: "2.1" } })).toEqual({ "figures.change": "Enter a number, with a point: for example -33.3" });
  expect(problemsOf({ figures: {} })).toEqual({ "figures.n": "Enter “Patients (n)”", "figures.change": "Enter “Change in points”", "figures.se": "Enter “Standard error”" });
  expect(problemsOf({ groups: undefined })).toEqual({ groups: "Choose one of the two" });
  expect(problemsOf({ version: 1 })).toEqual({ reason: "Say why it changes" });
  expect(problemsOf({ version: 1, reason: "Erratum" })).toEqual({});
  expect(problemsOf({ figures: { ...fields.figures, constructor: "1" } })).not.toEqual({});
});

test("figures another kind asks for stay in the form and are not kept", () => {
  const { study } = studySave.parse({ ...fields, figures: { ...fields.figures, fromMean: "nonsense" } });
  expect(study.reported).toEqual({ kind: "mean-change", n: 40, change: -6, se: 2.1 });
});

test("the kind that says what it is of is believed before a choice made for another", () => {
  const two = { kind: "two-groups", figures: { treatedN: "23", treatedMean: "30", treatedSd: "20.9", comparisonN: "48", comparisonMean: "41.6", comparisonSd: "17.1" }, groups: "within" };
  expect(studySave.parse({ ...fields, ...two }).study.groups).toBe("between");
});

test("stored, read, and in the form again, it is the same study", () => {
  for (const { id, ...study } of publishedStudies) {
    expect(studyStored(JSON.parse(JSON.stringify(studyToStore(study)))), id).toEqual(study);
    expect(studySave.parse({ ...fieldsOf(study), version: 0 }).study, id).toEqual(study);
  }
});
