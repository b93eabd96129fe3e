import type { Metadata } from "next";
import { TodayList } from "@/components/today/today-list";
import { todayView } from "@/components/today/today-view";
import styles from "@/components/today/today.module.css";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { requireViewer } from "@/lib/auth/gate";
import { may } from "@/lib/auth/rights";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { lastOpen } from "@/lib/course/closed-days";
import { dayInWords, weekdayInWords, zoneName } from "@/lib/dates";
import { readToday } from "@/lib/records/today";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const viewer = await requireViewer("/today", "care");
  const { timeZone, settings } = viewer.organisation;
  const { inRoom, doses, visits, measures, missed } = todayView(await readToday(viewer), may(viewer, "treat"));
  const today = calendarDay(new Date(), timeZone);
  const since = lastOpen(today, settings.closed);
  return (
    <div className={styles.page}>
      <PageHead
        title="Today"
        facts={[`${weekdayInWords(today)} ${dayInWords(today).slice(-4)}`, `clinic time, ${zoneName(timeZone)}`]}
        actions={
          <>
            <LinkButton look="secondary" href="/room">
              Dosing room
            </LinkButton>
            <PrintButton words="Print the day" />
          </>
        }
      />
      {inRoom.length > 0 && <TodayList title="In the room" rows={inRoom} none="" />}
      <TodayList title="Doses" rows={doses} none={inRoom.length > 0 ? "No other dose today." : "No dose today."} />
      <TodayList title="Therapy and visits" rows={visits} none="No therapy session or visit today." />
      <TodayList title="Measures due without a visit today" rows={measures} none="None." />
      <TodayList title={since === addDays(today, -1) ? "Missed yesterday, and late" : `Missed since ${weekdayInWords(since)}, and late`} rows={missed} none="Nothing was missed." />
    </div>
  );
}
