import { describe, expect, it } from "vitest";
import { measures, findMeasure } from "@/lib/measures/measures";
import { bandsInShort, formsInShort, missingInWords, rangeInShort, rightsInShort, safetyInWords, totalInWords } from "./measure-words";
import { provisionalWords } from "./provisional-words";

function measure(id: string) {
  const found = findMeasure(id);
  if (found === null) throw new Error(`no measure ${id}`);
  return found;
}

describe("a measure in short", () => {
  it.each(measures.map((each) => [each.short, each] as const))("%s says everything, with nothing undefined in it", (_, each) => {
    for (const words of [bandsInShort, formsInShort, missingInWords, rangeInShort, rightsInShort, totalInWords].map((say) => say(each))) {
      expect(words).not.toBe("");
      expect(words).not.toMatch(/undefined|null|NaN/);
    }
  });

  it("says outright what the PCL-5 has not", () => {
    const pcl5 = measure("pcl-5");
    expect(bandsInShort(pcl5)).toBe("No source for bands found");
    expect(missingInWords(pcl5)).toMatch(/^No rule for missing items is published/);
    expect(formsInShort(pcl5)).toBe("Past month, past week, past day");
    expect(totalInWords(pcl5)).toBe("The sum of 20 items: 0 to 80; higher is worse.");
  });

  it("gives the bands of the PHQ-9 and its rule for missing items", () => {
    const phq9 = measure("phq-9");
    expect(bandsInShort(phq9)).toBe("0–4 Minimal or none · 5–9 Mild · 10–14 Moderate · 15–19 Moderately severe · 20–27 Severe");
    expect(missingInWords(phq9)).toMatch(/^With one or two of the nine items missing/);
    expect(totalInWords(phq9)).toMatch(/^The sum of 9 items/);
  });

  it("says from which answer on somebody is called for", () => {
    expect(safetyInWords(measure("phq-9"))).toBe("Item 9, from “Several days” up");
    expect(safetyInWords(measure("c-ssrs"))).toBe("The result, from “Low” up");
    expect(safetyInWords(measure("gad-7"))).toBe("");
  });

  it("calls a result a result", () => {
    expect(rangeInShort(measure("c-ssrs"))).toBe("Negative, Low, Moderate, High");
    expect(totalInWords(measure("c-ssrs"))).toBe("The result is entered; it is no total.");
  });
});

describe("the provisional rule of the PCL-5", () => {
  it("is read off the rule itself: one B, one C, two D, two E", () => {
    expect(provisionalWords(measure("pcl-5"))).toMatch(
      /^At least 1 item of B \(Intrusion\), 1 item of C \(Avoidance\), 2 items of D \(.+\) and 2 items of E \(.+\) rated 2 or more\./,
    );
  });

  it("is empty for a measure without one", () => {
    expect(provisionalWords(measure("gad-7"))).toBe("");
  });
});
