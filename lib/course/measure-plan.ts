/**
 * Which measures are asked for when. A plan names, for each occasion of a course, the measures to record:
 * baseline, the day after the first dose, every week, the end and a follow-up. A clinic keeps a few plans and
 * chooses a default; a patient's course may have its own. No published schedule fits every clinic: the plans
 * here are ours, and follow what trials of ketamine with psychotherapy measured (PTSD and depression at 24 h
 * and weekly: Feder et al. 2021, doi 10.1176/appi.ajp.2020.20050596; Albott et al. 2018). A plan says what to
 * record and never what to conclude; what is due or late follows from it in due.ts.
 */
export type Occasion = "baseline" | "24h" | "week" | "end" | "follow-up";

/** In the order of a course. */
export const OCCASIONS: readonly Occasion[] = ["baseline", "24h", "week", "end", "follow-up"];

export const occasionWords: Readonly<Record<Occasion, string>> = {
  baseline: "Baseline",
  "24h": "24 h after the first dose",
  week: "Every week",
  end: "End of the course",
  "follow-up": "Follow-up",
};

/** Measure ids by occasion, in the order in which they are entered in one sitting. */
export type MeasurePlan = Readonly<Record<Occasion, readonly string[]>>;

export interface NamedPlan {
  readonly id: string;
  readonly name: string;
  readonly plan: MeasurePlan;
}

/** Days after the planned end at which the follow-up is due: ours, inside the medians until relapse of 27.5 and 41 days. */
export const FOLLOW_UP_DAYS = 28;

/** What a new clinic starts with, the default first. */
export const startingPlans: readonly NamedPlan[] = [
  {
    id: "pcl-5",
    name: "PCL-5 alone",
    plan: { baseline: ["pcl-5"], "24h": ["pcl-5"], week: ["pcl-5"], end: ["pcl-5"], "follow-up": ["pcl-5"] },
  },
  {
    id: "pcl-5-mood",
    name: "PCL-5 with depression and anxiety",
    plan: {
      baseline: ["pcl-5", "phq-9", "gad-7", "audit-c"],
      "24h": ["pcl-5"],
      week: ["pcl-5", "phq-9", "gad-7"],
      end: ["pcl-5", "phq-9", "gad-7"],
      "follow-up": ["pcl-5", "phq-9", "gad-7"],
    },
  },
  {
    id: "full",
    name: "With function, alcohol and an interview",
    plan: {
      baseline: ["pcl-5", "phq-9", "gad-7", "audit-c", "b-ipf", "caps-5"],
      "24h": ["pcl-5", "phq-9"],
      week: ["pcl-5", "phq-9", "gad-7"],
      end: ["pcl-5", "phq-9", "gad-7", "audit-c", "b-ipf", "caps-5"],
      "follow-up": ["pcl-5", "phq-9", "gad-7", "b-ipf"],
    },
  },
];

/** What a clinic has chosen: its plans, the one a course starts with, and the measures it records. */
export interface PlanChoice {
  readonly plans: readonly NamedPlan[];
  readonly defaultPlan: string;
  readonly measures: readonly string[];
}

/**
 * The plan of a course: its own where it has one, else the clinic's default, else the first; of either only the
 * measures that the clinic records now. Example: for a clinic that records the PCL-5 alone, a course of its own
 * plan { baseline: ["pcl-5", "phq-9"], … } is asked for the PCL-5 at baseline.
 */
export function planFor(own: MeasurePlan | null, { plans, defaultPlan, measures }: PlanChoice): MeasurePlan {
  const standard = plans.find(({ id }) => id === defaultPlan) ?? plans[0] ?? startingPlans[0];
  const asked = (occasion: Occasion) => (own ?? standard?.plan)?.[occasion]?.filter((id) => measures.includes(id)) ?? [];
  return Object.fromEntries(OCCASIONS.map((occasion) => [occasion, asked(occasion)])) as Record<Occasion, string[]>;
}
