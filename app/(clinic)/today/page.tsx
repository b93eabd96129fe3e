import type { Metadata } from "next";
import { TodayList } from "@/components/today/today-list";
import { todayParts } from "@/components/today/today-view";
import styles from "@/components/today/today.module.css";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
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
  const day = await readToday(viewer);
  const { room, doses, visits, measures, missed } = todayParts(day, may(viewer, "treat"));
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
      {day.outdated > 0 && (
        <Notice title="These lists are behind.">
          The clinic’s settings have changed, and {day.outdated.toLocaleString("en")} patients stand here by the settings before. Look again in a moment.
        </Notice>
      )}
      {room.total > 0 && <TodayList list="room" title="In the room" first={room} none="" />}
      <TodayList list="doses" title="Doses" first={doses} none={room.total > 0 ? "No other dose today." : "No dose today."} />
      <TodayList list="visits" title="Therapy and visits" first={visits} none="No therapy session or visit today." />
      <TodayList list="measures" title="Measures due without a visit today" first={measures} none="None." />
      <TodayList list="missed" title={since === addDays(today, -1) ? "Missed yesterday, and late" : `Missed since ${weekdayInWords(since)}, and late`} first={missed} none="Nothing was missed." />
    </div>
  );
}
