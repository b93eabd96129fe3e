/**
 * The CAPS-5, the structured interview that is the reference for PTSD: twenty symptoms, each rated 0 to 4 by a
 * trained interviewer, total 0 to 80. The total is entered here; the interview itself is the National Center for
 * PTSD's, given out on request. Past month for a diagnosis, past week for following symptoms; the two are never
 * compared. Its totals run lower than the PCL-5's and do not stand in for them. No bands are used: none was
 * verified.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  month: wordless("month", "Past month", "CAPS-5, past month version (National Center for PTSD, 13 April 2018)"),
  week: wordless(
    "week", "Past week", "CAPS-5, past week version (National Center for PTSD, 16 April 2018)",
    "The past-week version follows symptoms; it is not for a diagnosis.",
  ),
};

export const caps5: Measure = {
  ...withoutItems,
  id: "caps-5",
  title: "Clinician-Administered PTSD Scale for DSM-5",
  short: "CAPS-5",
  purpose: "Severity of PTSD as rated by a trained interviewer; the reference beside which a PCL-5 is read.",
  entry: "total",
  whyNoItems:
    "The CAPS-5 is an interview that the National Center for PTSD gives to trained interviewers on request, so only its total is " +
    "entered here.",
  range: { min: 0, max: 80 },
  recalls: ["month", "week"],
  administration: administrationOf("CAPS-5", forms),
  bands: null,
  thresholds: [],
  rights: "National Center for PTSD; available on request to qualified interviewers, www.ptsd.va.gov. No text is reproduced here.",
  sources: [
    "Weathers FW, Blake DD, Schnurr PP, Kaloupek DG, Marx BP, Keane TM (2015). The Clinician-Administered PTSD Scale for DSM-5 " +
      "(CAPS-5). National Center for PTSD, www.ptsd.va.gov",
    "Marx BP, Lee DJ, Norman SB, et al. (2022). Reliable and clinically significant change in the CAPS-5 and PCL-5 among male " +
      "veterans. Psychological Assessment 34(2):197–203",
  ],
};
