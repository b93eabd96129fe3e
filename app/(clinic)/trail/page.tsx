import type { Metadata } from "next";
import { TrailSearch } from "@/components/trail/trail-search";
import { UnusualAccess } from "@/components/trail/unusual-access";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { zoneName } from "@/lib/dates";
import { trailPeople } from "@/lib/records/trail";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Trail" };

/** How far back the page looks to begin with. */
const days = 7;

export default async function TrailPage() {
  const viewer = await requireViewer("/trail", "audit");
  const people = await trailPeople(viewer);
  const { timeZone } = viewer.organisation;
  return (
    <div className={styles.page}>
      <PageHead title="Trail" facts={["Who did what to whose record", `clinic time, ${zoneName(timeZone)}`, "reading it is a line of it"]} />
      <UnusualAccess />
      <TrailSearch people={people} from={addDays(calendarDay(new Date(), timeZone), -days)} email={viewer.email} />
    </div>
  );
}
