import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { CourseFields } from "@/lib/schemas/course";
import { weekOptions } from "./course-options";
import { TreatmentFields } from "./treatment-fields";

interface CourseBasicsProps {
  course: CourseFields;
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<CourseFields>) => void;
}

/** What a course is: its treatment, when it starts, how long it is planned for, and the event the PCL-5 is about. */
export function CourseBasics({ course, errorOf, onChange }: CourseBasicsProps) {
  return (
    <>
      <TreatmentFields course={course} errorOf={errorOf} onChange={onChange} />
      <TextField
        id="course-startDate"
        label="Start date"
        hint="The day of the first dose, or of the first therapy session where there is none."
        name="startDate"
        type="date"
        short
        value={course.startDate}
        error={errorOf("startDate")}
        onChange={(event) => onChange({ startDate: event.target.value })}
      />
      <SelectField
        id="course-plannedWeeks"
        name="plannedWeeks"
        label="Planned length"
        options={weekOptions}
        short
        value={String(course.plannedWeeks)}
        error={errorOf("plannedWeeks")}
        onChange={(event) => onChange({ plannedWeeks: Number(event.target.value) })}
      />
      <TextField
        id="course-indexEvent"
        label="Index event"
        hint="A short label of the event the PCL-5 is answered about, kept the same through the course. No more detail than is needed to recognise it."
        optional
        name="indexEvent"
        autoComplete="off"
        value={course.indexEvent ?? ""}
        error={errorOf("indexEvent")}
        onChange={(event) => onChange({ indexEvent: event.target.value })}
      />
    </>
  );
}
