import { PLANNED_WEEKS, type Medicine, type Route, type Therapy } from "@/lib/course/course";

export const therapyOptions: { value: Therapy; label: string }[] = [
  { value: "pe", label: "Prolonged exposure" },
  { value: "cpt", label: "Cognitive processing therapy" },
  { value: "other", label: "Another therapy" },
  { value: "none", label: "No therapy" },
];

export const medicineOptions: { value: Medicine; label: string }[] = [
  { value: "ketamine", label: "Ketamine" },
  { value: "esketamine", label: "Esketamine" },
  { value: "none", label: "No medicine" },
];

export const routeWords: Record<Route, string> = {
  intravenous: "Intravenous",
  intranasal: "Intranasal",
  none: "None",
};

export const weekOptions = Array.from({ length: PLANNED_WEEKS.max - PLANNED_WEEKS.min + 1 }, (_, index) => {
  const weeks = String(PLANNED_WEEKS.min + index);
  return { value: weeks, label: weeks === "1" ? "1 week" : `${weeks} weeks` };
});
