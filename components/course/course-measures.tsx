import type { Keeper } from "@/components/begun/keeper";
import { Card } from "@/components/ui/card";
import type { Course } from "@/lib/course/course";
import type { CourseSession } from "@/lib/course/course";
import { planFor, startingPlans, type MeasurePlan, type NamedPlan } from "@/lib/course/measure-plan";
import { standings } from "@/lib/course/standing";
import { measures } from "@/lib/measures/measures";
import { CoursePlan } from "./course-plan";
import { WindowsGrid } from "./windows-grid";
import { windowsView, type Scored } from "./windows-view";

interface CourseMeasuresProps {
  course: {
    id: string;
    measurePlan: MeasurePlan | null;
    fields: { version: number };
    followed: { course: Course; sessions: readonly CourseSession[]; scored: readonly Scored[] };
  };
  settings: { plans: readonly NamedPlan[]; defaultPlan: string; measures: readonly string[] };
  today: string;
  now: Date;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** What this course is asked for and when, and how it stands with it. */
export function CourseMeasures({ course, settings, today, now, zone, email, keeper }: CourseMeasuresProps) {
  const plan = planFor(course.measurePlan, settings);
  const view = windowsView(standings({ ...course.followed, plan, today, now }));
  const standard = settings.plans.find(({ id }) => id === settings.defaultPlan) ?? settings.plans[0] ?? startingPlans[0]!;
  return (
    <>
      <Card title="Measures by window">
        {view.rows.length === 0 ? <p>The plan asks for no measure.</p> : <WindowsGrid view={view} />}
      </Card>
      <Card title="Which measures when" screenOnly>
        <CoursePlan
          courseId={course.id}
          version={course.fields.version}
          plan={course.measurePlan}
          plans={settings.plans}
          standard={standard}
          measures={measures.filter(({ id }) => settings.measures.includes(id)).map(({ id, short }) => ({ id, short }))}
          names={Object.fromEntries(measures.map(({ id, short }) => [id, short]))}
          zone={zone}
          email={email}
          keeper={keeper}
        />
      </Card>
    </>
  );
}
