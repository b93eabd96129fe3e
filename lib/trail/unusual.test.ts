import { describe, expect, it } from "vitest";
import { brokeGlass, limits, manyDenials, manyPatients, sameName } from "./unusual";

describe("many patients in little time", () => {
  it("begins at the limit and not below it", () => {
    expect(manyPatients(limits.patientsAnHour - 1)).toBeNull();
    expect(manyPatients(limits.patientsAnHour)).toBe("20 patients' records within one hour");
    expect(manyPatients(0)).toBeNull();
  });
});

describe("many refusals", () => {
  it("begin at the limit and not below it", () => {
    expect(manyDenials(9)).toBeNull();
    expect(manyDenials(10)).toBe("10 requests refused in one day");
  });
});

describe("a record opened in an emergency", () => {
  it("is listed from the first time", () => {
    expect(brokeGlass(0)).toBeNull();
    expect(brokeGlass(1)).toBe("a record of another team's, opened in an emergency");
  });
});

describe("names", () => {
  const own = "a record under their own name";
  const family = "a record under their own family name";
  it.each([
    ["Ana Núñez", "Ana", "Nunez", own],
    ["ANA NUNEZ", "ana maria", "Núñez", own],
    ["Ben Rivera", "Alex", "Rivera", family],
    ["Jan van der Berg", "Piet", "Van der Berg", family],
    ["Maria Silva-Costa", "Rui", "Silva Costa", family],
    ["Seán O'Neill", "Sean", "O’Neill", own],
    ["李 伟", "伟", "李", null], // the family name stands first: not told apart here
    ["Ben Rivera", "Rivera", "Ben", null],
    ["Ben Rivera", "Alex", "Riveras", null],
    ["Rivera", "Alex", "Rivera", null],
    ["Ben Rivera", "", "", null],
  ])("%s and %s %s", (person, givenName, familyName, expected) => {
    expect(sameName(person, { givenName, familyName })).toBe(expected);
  });
});
