import { describe, expect, it } from "vitest";
import { explainAttention } from "./attention-explained";
import { ATTENTION_IDS, startingAttention } from "./attention-rules";

describe("the attention rules written out", () => {
  it("are all there, most urgent first, each with what it asks, its source and what it does not say", () => {
    const explained = explainAttention(startingAttention);
    expect(explained.map(({ id }) => id)).toEqual(ATTENTION_IDS);
    for (const { title, asks, source, not } of explained) for (const words of [title, asks, source, not]) expect(words).not.toBe("");
  });

  it("carry the clinic's numbers", () => {
    const own = { ...startingAttention, "no-drop": { on: false, points: 12, session: 5, dose: 3 }, rise: { on: true, points: 1 }, overdue: { on: true, days: 1 } };
    const asked = Object.fromEntries(explainAttention(own).map(({ id, asks }) => [id, asks]));
    expect(asked["no-drop"]).toMatch(/^No fall of 12 points or more on the PCL-5 since the reference by therapy session 5 or dose 3, whichever comes first\. Looked at where there is a score in the 7 days before/);
    expect(asked.rise).toContain("1 point or more above");
    expect(asked.overdue).toBe("A measure of the patient's plan, or the marking of a planned session, is late by 1 day or more.");
    expect(explainAttention(own).find(({ id }) => id === "no-drop")?.on).toBe(false);
  });

  it("cannot show the safety rule as switched off, and never advise stopping", () => {
    const off = { worse: { on: false }, "no-drop": { ...startingAttention["no-drop"], on: false }, rise: { on: false, points: 15 }, overdue: { on: false, days: 1 } };
    expect(explainAttention(off).filter(({ on }) => on).map(({ id }) => id)).toEqual(["safety"]);
    expect(JSON.stringify(explainAttention(off))).not.toMatch(/should (stop|end)|discontinue/i);
  });
});
