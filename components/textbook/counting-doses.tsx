import { Card } from "@/components/ui/card";
import { plain } from "@/lib/change/signed";
import { END_WITHIN_DAYS } from "@/lib/course/durability";
import { DAYS_7, HOURS_72 } from "@/lib/course/since-dose";
import { BASELINE_FROM_DAY, HOURS_24 } from "@/lib/course/windows";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

const ours = "Ours: no published definition was found.";

/** What is counted around a dose: the scores since it, whether it held, the hours of the dose itself, therapy after it. */
export function CountingDoses() {
  return (
    <Card title="Doses">
      <div className={styles.blocks}>
        <Sourced
          id="since-dose"
          name="Since the dose"
          source="+24 h as in the windows; Albott et al. 2018 measured 24 h after each infusion. +72 h and +7 d are ours."
        >
          Within one measure and one recall window. Before: the last score at the dose or earlier, on day {plain(BASELINE_FROM_DAY)} or later and after
          the dose before it. +24 h: {HOURS_24.from} to {HOURS_24.to} elapsed hours after the dose, the nearest to {HOURS_24.target}; +72 h:{" "}
          {HOURS_72.from} to {HOURS_72.to} hours, the nearest to {HOURS_72.target}; +7 d: day {DAYS_7.from} to {DAYS_7.to}, the nearest to day{" "}
          {DAYS_7.target}; of two equally near the earlier; none after the next dose. Change is the later score minus the one before. The mean is taken over the
          doses that have a change there.
        </Sourced>
        <Sourced id="held" name="Held until the next dose" source={ours}>
          Fall = before − the lowest score since the dose. Held = before − the last score since the dose, up to and including the next one. Share =
          held / fall: 50 before, then 38 and 41, is 9 of 12 points, 75 %. It takes a score before, two since, and a fall. The lowest of several scores is
          partly luck, so the share leans to the low side.
        </Sourced>
        <Sourced
          id="after-last-dose"
          name="After the last dose"
          source="Ours. For comparison, median days until relapse or loss of response after the last infusion: 27.5 (Feder et al. 2021, doi 10.1176/appi.ajp.2020.20050596) and 41 (Albott et al. 2018)."
        >
          The end of dosing is the first score after the last dose, within {END_WITHIN_DAYS} days of it. Change is the latest score minus that one.
        </Sourced>
        <Sourced id="one-dose" name="Peak and way back" source={ours}>
          Peak: the highest value after the start, of equal ones the first. Back: the first reading from which on every value is at the value before the
          start or below it. Before: the last one taken at the start or earlier. The two kinds of dissociation, the patient’s rating of 0 to 10 and a total of
          the CADSS, are never drawn on one axis.
        </Sourced>
        <Sourced id="adherence" name="Planned and done" source="Within 24 h: as the trial NCT06036511 asks for integration after each dose. The rest is ours.">
          On time is on the planned calendar day, whatever the hour. Of what was planned and is over or done, so much was done; cancelled and unplanned sessions
          do not count. Therapy within 24 h of a dose: by elapsed hours; on the next day: by the calendar. A dose counts once the time for it is over, or
          therapy was held.
        </Sourced>
      </div>
    </Card>
  );
}
