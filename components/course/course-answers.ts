import { routesOf, type Medicine } from "@/lib/course/course";
import type { CourseFields } from "@/lib/schemas/course";

/** A medicine with its route: where there is one way only, it follows; ketamine is asked how it is given. */
export function withMedicine(medicine: Medicine): Pick<CourseFields, "medicine" | "route"> {
  const [route, another] = routesOf[medicine];
  return { medicine, route: route !== undefined && another === undefined ? route : "none" };
}

/** The course as it stands in the form's fields; what has no field there stays as it is. */
export function courseFrom(given: FormData, course: CourseFields): CourseFields {
  const text = (name: keyof CourseFields) => String(given.get(name) ?? course[name] ?? "");
  const medicine = text("medicine") as Medicine;
  const fits = medicine === course.medicine;
  return {
    therapy: text("therapy") as CourseFields["therapy"],
    therapyName: text("therapyName"),
    medicine,
    route: fits ? (text("route") as CourseFields["route"]) : withMedicine(medicine).route,
    startDate: text("startDate"),
    plannedWeeks: Number(text("plannedWeeks")),
    indexEvent: text("indexEvent"),
  };
}
