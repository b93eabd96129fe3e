import { Card } from "@/components/ui/card";
import { FOLLOW_UP_DAYS } from "@/lib/course/measure-plan";
import { BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS, WINDOW_WEEKS } from "@/lib/course/windows";
import { plain } from "@/lib/change/signed";
import { RECALLS, recallDays, recallWords } from "@/lib/measures/recall";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

const ours = "Ours, stated so that it can be checked: no published definition covers a course of doses and therapy.";
const weeks = `${WINDOW_WEEKS.slice(0, -1).join(", ")} and ${WINDOW_WEEKS.at(-1)}`;
const windowsKnown = RECALLS.filter((recall) => recallDays[recall] !== null)
  .map((recall) => `${recallWords[recall]} ${recallDays[recall]}`)
  .join(", ");

/** From when a course is counted, and which score stands for which point of it. */
export function CountingTime() {
  return (
    <Card title="Time, baseline and windows">
      <div className={styles.blocks}>
        <Sourced id="t0" name="Time zero" source={ours}>
          The earliest dose marked done; without one, the first therapy session marked done; before either there is none. Planned, missed and
          cancelled sessions do not count. Day 0 is its calendar day in the course’s time zone, and every day is a difference of calendar dates there.
        </Sourced>
        <Sourced id="baseline" name="Baseline" source={ours}>
          Per measure and recall window: the last score at or before time zero, on day {plain(BASELINE_FROM_DAY)} or later. Where a recall window has
          none, its change is counted from its own first score and named so. A clinician may choose another score, with a reason that is kept; it is
          then called “chosen baseline”. Neither of these enters a group’s figures.
        </Sourced>
        <Sourced id="windows" name="Assessment windows" source={ours}>
          24 h: {HOURS_24.from} to {HOURS_24.to} elapsed hours after time zero, both included; the nearest to {HOURS_24.target} h. Weeks {weeks}: day 7k −{" "}
          {WEEK_REACH_DAYS} to 7k + {WEEK_REACH_DAYS}; the nearest to day 7k, of two equally near the earlier. 24 h chooses before week 1. A score fills
          one window at most; what lies between is drawn and fills none. Follow-up is due {FOLLOW_UP_DAYS} days after the planned end.
        </Sourced>
        <Sourced
          id="recall"
          name="Recall windows"
          source="In a three-week intensive programme (n = 191) the effect was d = 1.40 on past-week and 1.12 on past-month scores: BMC Psychiatry 2018, doi 10.1186/s12888-018-1816-6."
        >
          The stretch of time a form asks about, in days: {windowsKnown}. Scores of two recall windows are never compared, joined by a line or judged
          against each other. Where a window reaches back before the last dose, the score says how many of its days do (“6 of 7 days before the dose”).
        </Sourced>
      </div>
    </Card>
  );
}
