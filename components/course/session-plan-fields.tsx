import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextField } from "@/components/ui/text-field";
import { sessionKindWords, type SessionKind } from "@/lib/course/course";
import { mostTimes } from "./plan-problems";
import { repeats, type Repeat, type SessionPlan } from "./plan-sessions";

interface SessionPlanFieldsProps {
  plan: SessionPlan;
  /** The course has a therapy whose sessions can follow the doses. */
  withTherapy: boolean;
  errorOf: (id: string) => string | undefined;
  onChange: (part: Partial<SessionPlan>) => void;
}

const kindOptions = Object.entries(sessionKindWords).map(([value, label]) => ({ value, label }));

export function SessionPlanFields({ plan, withTherapy, errorOf, onChange }: SessionPlanFieldsProps) {
  return (
    <>
      <RadioGroup
        id="add-kind"
        name="add-kind"
        legend="Kind"
        options={kindOptions}
        value={plan.kind}
        onChange={(event) => onChange({ kind: event.target.value as SessionKind })}
      />
      <DateTimeField
        id="add-at"
        label={plan.repeat === "once" ? "When" : "The first one"}
        value={plan.at}
        error={errorOf("add-at")}
        onChange={(at) => onChange({ at })}
      />
      <SideBySide>
        <SelectField
          id="add-repeat"
          name="add-repeat"
          label="How often"
          options={repeats}
          value={plan.repeat}
          onChange={(event) => onChange({ repeat: event.target.value as Repeat })}
        />
        {plan.repeat !== "once" && (
          <TextField
            id="add-times"
            label="How many"
            type="number"
            min={1}
            max={mostTimes}
            value={Number.isNaN(plan.times) ? "" : plan.times}
            error={errorOf("add-times")}
            onChange={(event) => onChange({ times: event.target.valueAsNumber })}
          />
        )}
      </SideBySide>
      {plan.kind === "dose" && withTherapy && (
        <SideBySide>
          <Checkbox
            label="A therapy session on the day after each dose"
            checked={plan.therapyAfter !== null}
            onChange={(event) =>
              onChange({ therapyAfter: event.target.checked ? plan.at.slice(11) || "09:00" : null })
            }
          />
          {plan.therapyAfter !== null && (
            <TextField
              id="add-therapyAfter"
              label="Therapy at"
              type="time"
              value={plan.therapyAfter}
              error={errorOf("add-therapyAfter")}
              onChange={(event) => onChange({ therapyAfter: event.target.value })}
            />
          )}
        </SideBySide>
      )}
    </>
  );
}
