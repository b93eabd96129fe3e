import { RadioGroup } from "@/components/ui/radio-group";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import type { VisitFieldsProps } from "./visit-fields";

const answered = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
];

/** Asked at each visit, answered with a tap each; a yes needs words. */
export function SymptomFields({ answers, errorOf, onChange }: Pick<VisitFieldsProps, "answers" | "errorOf" | "onChange">) {
  const field = (name: "psychotic" | "manic") => ({
    id: `visit-${name}`,
    name,
    value: answers[name],
    error: errorOf(name),
    look: "segmented" as const,
    options: answered,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <>
      <SideBySide>
        <RadioGroup {...field("psychotic")} legend="Psychotic symptoms" hint="Hearing or seeing what others do not, being watched or persecuted" />
        <RadioGroup {...field("manic")} legend="Manic symptoms" hint="Elated or irritable far beyond the usual, racing thoughts, no need of sleep" />
      </SideBySide>
      {(answers.psychotic === "yes" || answers.manic === "yes") && (
        <TextArea
          id="visit-symptomNote"
          name="symptomNote"
          label="What was seen, and what was done"
          rows={2}
          value={answers.symptomNote}
          error={errorOf("symptomNote")}
          onChange={(event) => onChange({ symptomNote: event.target.value })}
        />
      )}
    </>
  );
}
