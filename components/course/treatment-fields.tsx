import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { routesOf, type Medicine } from "@/lib/course/course";
import type { CourseFields } from "@/lib/schemas/course";
import { withMedicine } from "./course-answers";
import { medicineOptions, routeWords, therapyOptions } from "./course-options";

interface TreatmentFieldsProps {
  course: CourseFields;
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<CourseFields>) => void;
}

/** Which therapy, which medicine, and how it is given: only what makes sense together is offered. */
export function TreatmentFields({ course, errorOf, onChange }: TreatmentFieldsProps) {
  const routes = routesOf[course.medicine];
  return (
    <>
      <RadioGroup
        id="course-therapy"
        name="therapy"
        legend="Psychotherapy"
        options={therapyOptions}
        value={course.therapy}
        error={errorOf("therapy")}
        onChange={(event) => onChange({ therapy: event.target.value as CourseFields["therapy"] })}
      />
      {course.therapy === "other" && (
        <TextField
          id="course-therapyName"
          name="therapyName"
          label="Which therapy"
          value={course.therapyName ?? ""}
          error={errorOf("therapyName")}
          onChange={(event) => onChange({ therapyName: event.target.value })}
        />
      )}
      <RadioGroup
        id="course-medicine"
        name="medicine"
        legend="Medicine"
        options={medicineOptions}
        value={course.medicine}
        error={errorOf("medicine")}
        hint={course.medicine === "esketamine" ? "Esketamine is given intranasally." : undefined}
        onChange={(event) => onChange(withMedicine(event.target.value as Medicine))}
      />
      {routes.length > 1 && (
        <RadioGroup
          id="course-route"
          name="route"
          legend="How it is given"
          options={routes.map((route) => ({ value: route, label: routeWords[route] }))}
          value={course.route}
          error={errorOf("route")}
          onChange={(event) => onChange({ route: event.target.value as CourseFields["route"] })}
        />
      )}
    </>
  );
}
