import { describe, expect, test } from "vitest";
import { clinicSettings } from "@/lib/schemas/settings";
import type { CourseSession } from "@/lib/course/course";
import type { Recall } from "@/lib/measures/recall";
import { chartLayout } from "./chart-layout";
import { heatGroups } from "./heat-groups";
import { ratingsFor } from "./patient.fixture";
import { patientChart } from "./patient-chart";
import type { BaselineChoice } from "./tracks";

const zone = "America/New_York";
const at = (day: number, hour = 10) => new Date(Date.parse("2026-10-01T04:00:00Z") + (day * 24 + hour) * 3_600_000);
const form = (measure: string, recall: Recall, day: number, ratings: (number | null)[], hour = 9) => ({
  id: `${measure} ${recall} ${day}`,
  measure,
  recall,
  at: at(day, hour),
  enteredAt: at(day, hour + 0.5),
  ratings,
  total: null,
  corrected: false,
  sessionId: null,
  mode: "paper" as const,
  enteredBy: "Kofi Osei",
});
const pcl = (day: number, total: number, recall: Recall = "week") => form("pcl-5", recall, day, ratingsFor(total));
/** Nine equal answers; the difficulty question left out, as it may be. */
const phq = (day: number, rating: number) => form("phq-9", "fortnight", day, [...Array<number>(9).fill(rating), null]);
const dose = (day: number) => ({ id: `dose ${day}`, kind: "dose" as const, at: at(day), status: "done" as const });

function chart(assessments: ReturnType<typeof form>[], baselines: BaselineChoice[] = [], sessions: CourseSession[] = [dose(0), dose(7)]) {
  return patientChart({
    base: "/patients/1",
    patient: "Rivera, Alex, 004-2217",
    course: {
      id: "c",
      startDate: "2026-10-01",
      plannedWeeks: 4,
      timeZone: zone,
      therapy: "pe",
      medicine: "ketamine",
      route: "intravenous",
      measurePlan: null,
    },
    sessions,
    assessments,
    baselines,
    prompts: [],
    settings: clinicSettings.parse({}),
    timeZone: zone,
    now: at(22),
  });
}

test("guidance about a late form speaks to a late form, not to a session that nobody has marked", () => {
  const overdue = (...given: Parameters<typeof chart>) => chart(...given).attention.filter(({ id }) => id === "overdue").map(({ words, unmarked }) => [words.split(":")[0], unmarked]);
  expect(overdue([pcl(0, 62), pcl(21, 40)], [], [{ ...dose(21), status: "planned" as const }])).toEqual([["First dose not marked", true]]);
  expect(overdue([pcl(0, 62), pcl(7, 60), pcl(14, 58)])).toEqual([["Week 3", false]]);
});

describe("other measures", () => {
  const { view } = chart([pcl(0, 62), pcl(7, 40), phq(-30, 2), phq(0, 2), phq(14, 1)]);
  const [track] = view.others;

  test("stand beside the PCL-5 with their own range, bands and changes", () => {
    expect(view.others.map(({ measure }) => measure.id)).toEqual(["phq-9"]);
    expect(track?.measure.max).toBe(27); // nine items of 0 to 3
    expect(track?.visits.map(({ total, band }) => [total, band])).toEqual([[18, "Moderately severe"], [18, "Moderately severe"], [9, "Mild"]]);
    expect(track?.visits.at(-1)?.change).toMatchObject({ points: -9, from: 18, since: "baseline" });
  });

  test("lie on the one time axis, which their earliest form widens", () => {
    expect(view.range.from).toBeLessThan(+at(-30, 9));
    expect(chartLayout(view)).toMatchObject({ from: view.range.from, to: view.range.to });
  });

  test("say their sentence under their own name", () => {
    expect(view.wordsBeside.filter((sentence) => sentence.includes("PHQ-9"))).toHaveLength(1);
  });

  test("are not there for a patient without a form of one", () => {
    expect(chart([pcl(0, 62)]).view.others).toEqual([]);
  });

  test("stand alone where there is no PCL-5", () => {
    const alone = chart([phq(0, 0)]).view;
    expect(alone.lines).toEqual([]);
    expect(alone.others[0]?.visits[0]).toMatchObject({ total: 0, shown: "0", band: expect.stringMatching(/^Minimal/) });
  });
});

describe("a baseline chosen by a clinician", () => {
  const choice: BaselineChoice = { measure: "pcl-5", recall: "week", assessmentId: "pcl-5 week 7", reason: "ill on day 0", by: "Mara Quill", at: at(8) };
  const forms = [pcl(0, 62), pcl(7, 50), pcl(14, 40)];

  test("is what change is counted from, with its reason, who and when", () => {
    const { view, judged } = chart(forms, [choice]);
    expect(view.visits.map(({ change }) => change?.points ?? null)).toEqual([null, null, -10]);
    expect(judged[0]).toMatchObject({ baseline: "50 on 8 Oct 2026, day 7", span: "50 to 40", chosen: { reason: "ill on day 0", by: "Mara Quill, 9 Oct 2026" } });
  });

  test("given back to the definition, the definition counts again", () => {
    const { view, judged } = chart(forms, [{ ...choice, assessmentId: null }]);
    expect(view.visits.map(({ change }) => change?.points ?? null)).toEqual([null, -12, -22]);
    expect(judged[0]).toMatchObject({ chosen: null, chosenId: null, span: "62 to 40" });
  });

  test("does not touch another recall window", () => {
    const { judged } = chart([...forms, pcl(-1, 70, "month"), pcl(20, 60, "month")], [choice]);
    expect(judged.find(({ recall }) => recall === "month")).toMatchObject({ span: "70 to 60", chosen: null });
  });
});

test("rules are compared on the same two scores, the clinic's own marked once", () => {
  const [week] = chart([pcl(0, 62), pcl(14, 46)]).judged;
  expect(week?.rules.filter(({ ours }) => ours).map(({ name }) => name)).toEqual(["Marx 2022, 15 points"]);
  const verdict = (id: string) => week?.rules.find((rule) => rule.id === id)?.verdict;
  // A fall of 16: past 15 and not 18 (Marx 2022), past 12 (Blanchard 2023), 26 % of 62, above 19 (Resick 2021).
  expect(verdict("marx-2022-15")).toBe("Reliably improved");
  expect(verdict("marx-2022-18")).toBe("Improved below reliability");
  expect(verdict("blanchard-2023-12")).toBe("Likely real improvement");
  expect(verdict("percent-30")).toBe("Response threshold not met");
  expect(verdict("resick-2021")).toBe("Above 19");
});

describe("ratings since the baseline", () => {
  const { view } = chart([pcl(-20, 40), pcl(0, 60), pcl(7, 20), pcl(-1, 80, "month")]);

  test("leave out what came before it and mark the form they are counted from", () => {
    const groups = heatGroups(view, true);
    expect(groups.map(({ recall, columns }) => [recall, columns.map(({ visit, from, base }) => [visit.day, from?.day ?? null, base])])).toEqual([
      ["month", [[-1, null, true]]],
      ["week", [[0, null, true], [7, 0, false]]],
    ]);
  });

  test("as they are, every visit of every recall window stands side by side", () => {
    expect(heatGroups(view, false).map(({ recall, columns }) => [recall, columns.map(({ visit }) => visit.day)])).toEqual([
      ["month", [-1]],
      ["week", [-20, 0, 7]],
    ]);
  });
});

describe("sudden gains", () => {
  // Two scores on either side, without spread: 60, 60 then 30, 30 is a fall of 30, half of 60, means 30 apart.
  test("that meet the criteria are marked between their two scores", () => {
    const { view, sudden } = chart([pcl(0, 60), pcl(7, 60), pcl(14, 30), pcl(21, 30)]);
    expect(view.sudden).toEqual([{ from: 1, to: 2, name: "Sudden gain", where: "day 7 to day 14" }]);
    expect(sudden?.intervals.map(({ met }) => met)).toEqual([false, true, false]);
    expect(sudden?.intervals[0]?.answer).toMatch(/^Cannot be tested: /);
  });

  test("with too few scores cannot be tested, which is not a no", () => {
    const { view, sudden } = chart([pcl(0, 60), pcl(7, 30)]);
    expect(view.sudden).toEqual([]);
    expect(sudden).toMatchObject({ intervals: [], answer: expect.stringMatching(/^Cannot be tested/) });
  });
});
