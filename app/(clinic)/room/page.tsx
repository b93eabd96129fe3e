import type { Metadata } from "next";
import { cadssForms } from "@/components/dosing/cadss-forms";
import { DosingPlace } from "@/components/dosing/dosing-place";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import { dayInWords } from "@/lib/dates";
import { lookAtBoard } from "@/lib/records/dosing-board";

export const metadata: Metadata = { title: "Dosing room" };

export default async function RoomPage() {
  const viewer = await requireViewer("/room", "care");
  const { now, mark, view } = await lookAtBoard(viewer, null);
  const { timeZone: zone, settings } = viewer.organisation;
  const props = {
    first: { now, mark, view: view ?? [] },
    settings: settings.dosing,
    cadss: cadssForms(settings.measures),
    today: dayInWords(calendarDay(new Date(now), zone)),
    zone,
    email: viewer.email,
    keeper: keeperOf(viewer),
  };
  return <DosingPlace path="/room" place={{ kind: "board", props }} />;
}
