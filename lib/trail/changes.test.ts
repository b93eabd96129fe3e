import { expect, it } from "vitest";
import { actInWords, actionGroups, actionNames } from "./actions";
import { changesIn, unnamed } from "./changes";

it("reads what changed, a zero and an empty list included", () => {
  expect(changesIn({ "patient.family_name": "Rivera", "assessment.total": 20, "leaving.advice": true }, { "patient.family_name": "Riviera", "assessment.total": 0, "leaving.advice": false })).toEqual([
    { field: "Total", before: "20", after: "0" },
    { field: "Advice", before: "yes", after: "no" },
    { field: "Family name", before: "Rivera", after: "Riviera" },
  ]);
});

it("reads a first version, several rows, and parts of the settings", () => {
  expect(changesIn(null, { "course_session.kind": "dose", "course_session 2.kind": "therapy", "settings.closed": [] })).toEqual([
    { field: "Kind (2)", before: null, after: "therapy" },
    { field: "Kind", before: null, after: "dose" },
    { field: "Closed", before: null, after: "[]" },
  ]);
  expect(changesIn(null, null)).toEqual([]);
});

it("keeps from who sees no patients who somebody is, in every row of a kind, and nothing else", () => {
  expect(unnamed({ "patient.family_name": "Rivera", "patient 2.birth_date": "1985-04-12", "patient.sex": null, "patient.record_number": "004", "care_team.name": "North" })).toEqual({
    "patient.family_name": "not shown", "patient 2.birth_date": "not shown", "patient.sex": null, "patient.record_number": "004", "care_team.name": "North",
  });
  expect(unnamed(null)).toBeNull();
});

it("says an act in words, an unknown one by its own name", () => {
  expect(actInWords("corrected", "assessment")).toBe("Corrected: form");
  expect(actInWords("signed-out", null)).toBe("Signed out");
  expect(actInWords("constructor", "new_table")).toBe("constructor: new table");
});

it("groups every action once", () => {
  expect(actionGroups.flatMap(({ names }) => names).toSorted()).toEqual(actionNames.toSorted());
});
