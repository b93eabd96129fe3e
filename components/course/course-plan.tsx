"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import { OCCASIONS, occasionWords, type MeasurePlan, type NamedPlan } from "@/lib/course/measure-plan";
import { PlanGrid } from "./plan-grid";
import { OWN, STANDARD, planChoice, planOptions } from "./plan-choice";

interface CoursePlanProps {
  courseId: string;
  version: number;
  /** The course's own; null while it follows the clinic's standard plan. */
  plan: MeasurePlan | null;
  plans: readonly NamedPlan[];
  /** The one a course follows that has none of its own. */
  standard: NamedPlan;
  /** Those the clinic records. */
  measures: readonly { id: string; short: string }[];
  /** Short names of all measures, by id. */
  names: Readonly<Record<string, string>>;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

// A stored change is another version: the form starts afresh from it.
export function CoursePlan(props: CoursePlanProps) {
  return <CoursePlanForm key={props.version} {...props} />;
}

function CoursePlanForm({ courseId, version: read, plan: stored, plans, standard, measures, names, zone, email, keeper }: CoursePlanProps) {
  const router = useRouter();
  const draft = useFormDraft(keeper, `${courseId}/plan`, { plan: stored, version: read });
  const { plan, version } = draft.values;
  const setPlan = (next: MeasurePlan | null) => draft.set({ plan: next, version });
  const chosen = planChoice(plan, plans);
  const save = useSave<object, { href: string }>("PUT", `/api/courses/${courseId}/plan`, () => {
    draft.forget();
    router.refresh();
  });

  const planWords = (given: MeasurePlan | null) =>
    given === null ? `the clinic's: ${standard.name}` : OCCASIONS.map((occasion) => `${occasionWords[occasion]}: ${given[occasion].map((id) => names[id] ?? id).join(", ") || "none"}`).join("\n");

  function choose(value: string) {
    save.dismiss();
    if (value === STANDARD) setPlan(null);
    else if (value !== OWN) setPlan(plans.find(({ id }) => id === value)?.plan ?? null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    await save.run({ plan, version });
  }

  return (
    <>
      <FormFrame
        wide
        unsaved={plan !== stored}
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Save plan
          </Button>
        }
      >
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <SelectField
          id="course-plan"
          label="Plan of measures"
          hint="Choose one of the clinic's plans, or change the marks for this course alone."
          options={planOptions(plans, standard, chosen)}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        />
        <PlanGrid
          key={chosen === OWN ? OWN : "clinic"}
          caption="Which measures when"
          plan={plan ?? standard.plan}
          measures={measures}
          nameOf={(id) => names[id] ?? id}
          onChange={setPlan}
        />
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ plan: "Plan of measures" }} say={(_, value) => planWords(value as MeasurePlan | null)} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
