// What the synthetic clinic has chosen: the measures it records, and example words where something calls for attention.
import { startingPlans } from "../../lib/course/measure-plan";
import { clinicSettings, type ClinicSettings } from "../../lib/schemas/settings";

const example = (words: string): string => `Example text of the demo clinic. ${words}`;

export const demoSettings: ClinicSettings = clinicSettings.parse({
  measures: ["pcl-5", "phq-9", "gad-7", "pc-ptsd-5", "audit-c", "b-ipf", "caps-5", "c-ssrs"],
  plans: startingPlans,
  defaultPlan: "pcl-5",
  guidance: {
    safety: example(
      "Before the patient leaves: ask directly about thoughts, plan and means; go through the safety plan; tell the " +
        "clinician on duty. Write down here what was done.",
    ),
    worse: example("Look at the items that rose and at what happened since the last visit. Talk it through with the patient and in supervision."),
    rise: example("Ask what has changed since the last dose. Bring it to the team's weekly review."),
    "no-drop": example("Look together at avoidance between sessions and at whether the exercises are done. Late response is common."),
    overdue: example("Call the patient; a form may be read aloud by telephone."),
  },
});
