import { describe, expect, it } from "vitest";
import { fieldId, messagesFrom, messagesOf, summaryOf } from "./settings-problems";

const errors = {
  rules: { "pcl-5": { type: "custom", message: "Choose a rule from the list" } },
  ownRules: [undefined, { sd: { type: "custom", message: "7.4 points are under 9" }, recalls: { type: "too_small", message: "Choose at least one period" } }],
  plans: { root: { type: "too_small", message: "Keep at least one plan" } },
};

describe("the problems of the settings", () => {
  it("are found by the path of their field, however deep", () => {
    expect(messagesOf(errors as never)).toEqual({
      "rules.pcl-5": "Choose a rule from the list",
      "ownRules.1.sd": "7.4 points are under 9",
      "ownRules.1.recalls": "Choose at least one period",
      plans: "Keep at least one plan",
    });
  });

  it("come from the server under the same paths", () => {
    expect(messagesFrom({ "settings.ownRules.1.sd": "too small", version: "stale" })).toEqual({ "ownRules.1.sd": "too small", version: "stale" });
    expect(messagesFrom()).toEqual({});
  });

  it("lead to the control they are about", () => {
    expect(summaryOf({ "ownRules.1.sd": "too small" })).toEqual([{ id: "settings-ownRules-1-sd", message: "too small" }]);
    expect(fieldId("attention.no-drop.points")).toBe("settings-attention-no-drop-points");
  });
});
