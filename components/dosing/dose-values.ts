// What stands in the fields of a dose record, and what they come to: the amount computed from them, the questions the
// textbook asks about them, and the record they are saved as.
import { calendarDay } from "@/lib/course/calendar";
import { computedAmount, devicesAmount, type AmountLimits } from "@/lib/course/dosing/amount";
import { doseProblems, type DoseProblemId } from "@/lib/course/dosing/dose";
import type { Problem } from "@/lib/course/dosing/problem";
import type { DoseBody } from "@/lib/schemas/dosing";
import type { RoomView } from "@/lib/schemas/dosing-view";

export type DoseValues = Required<Omit<DoseBody, "key" | "number">>;

export function doseValues({ dose, course }: Pick<RoomView, "dose" | "course">): DoseValues {
  if (dose) {
    const { by: _, at: __, number: ___, computedMg: ____, ...values } = dose;
    void [_, __, ___, ____];
    return values;
  }
  return {
    medicine: course.medicine, route: course.route, weightKg: null, mgPerKg: null, devices: null, givenMg: null, givenDevices: null, confirmedAt: null,
    lot: "", expiry: null, preparedBy: "", checkedBy: "", startedAt: null, stoppedAt: null, interruptions: [], notes: "", reasons: {},
  };
}

/** Null while it cannot be worked out. */
export function computedMg({ medicine, weightKg, mgPerKg, devices }: Pick<DoseValues, "medicine" | "weightKg" | "mgPerKg" | "devices">): number | null {
  if (medicine === "esketamine") return devices !== null && devices >= 1 && Number.isInteger(devices) ? devicesAmount({ devices }) : null;
  return weightKg !== null && weightKg > 0 && mgPerKg !== null && mgPerKg > 0 ? computedAmount({ weightKg, mgPerKg }) : null;
}

/** What the server will say too. */
export function problemsOf(values: DoseValues, view: RoomView, limits: AmountLimits, now: Date): readonly Problem<DoseProblemId>[] {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const { startedAt, stoppedAt, confirmedAt, interruptions, medicine, givenDevices } = values;
  const givenMg = medicine === "esketamine" ? (givenDevices === null || givenDevices < 1 ? givenDevices : devicesAmount({ devices: givenDevices })) : values.givenMg;
  return doseProblems(
    {
      ...values, givenMg, computedMg: computedMg(values), lastWeightKg: view.lastWeightKg, otherActive: view.otherActive, now,
      startedAt: date(startedAt), stoppedAt: date(stoppedAt), confirmedAt: date(confirmedAt),
      interruptions: interruptions.map(({ from, to }) => ({ from: new Date(from), to: date(to) })),
      plannedAt: date(view.session.plannedAt),
      readings: view.readings.filter(({ voided }) => voided === null).map(({ id, at }) => ({ id, at: new Date(at) })),
      today: calendarDay(now, view.course.timeZone),
      courseEndedAt: date(view.course.endedAt),
      hadStarted: (view.dose?.startedAt ?? null) !== null,
    },
    limits,
  );
}

/** Milligrams as they are read: at most two decimals. */
export function milligrams(value: number): string {
  return `${Math.round(value * 100) / 100} mg`;
}
