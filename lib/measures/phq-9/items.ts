/**
 * The nine items of the PHQ-9 and its tenth question, on difficulty, word for word. Spitzer, Williams, Kroenke
 * and colleagues, 1999; free to reproduce. The text is where CamCOPS (extra_strings/phq9.xml, which cites
 * phqscreeners.com), ReproNim and the German MII agree; LOINC and VA print a full stop for the question mark
 * in item 8, and LOINC a comma after "dead" in item 9. Copies that drop "in some way" from item 9 are wrong.
 * Labels are ours.
 */
import type { Item, Option } from "../measure";

/** The difficulty question's own answers; the numbers only store them, the publisher gives no score. */
const difficulty: readonly Option[] = [
  { value: 0, label: "Not difficult at all" },
  { value: 1, label: "Somewhat difficult" },
  { value: 2, label: "Very difficult" },
  { value: 3, label: "Extremely difficult" },
];

export const items: readonly Item[] = [
  item(1, "Little interest", "Little interest or pleasure in doing things"),
  item(2, "Feeling down", "Feeling down, depressed, or hopeless"),
  item(3, "Sleep", "Trouble falling or staying asleep, or sleeping too much"),
  item(4, "Little energy", "Feeling tired or having little energy"),
  item(5, "Appetite", "Poor appetite or overeating"),
  item(
    6, "Feeling a failure",
    "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
  ),
  item(
    7, "Concentration",
    "Trouble concentrating on things, such as reading the newspaper or watching television",
  ),
  item(
    8, "Slow or restless",
    "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or " +
      "restless that you have been moving around a lot more than usual",
  ),
  item(
    9, "Thoughts of death",
    "Thoughts that you would be better off dead or of hurting yourself in some way",
  ),
  {
    ...item(
      10, "Difficulty",
      "If you checked off any problems, how difficult have these problems made it for you to do your work, " +
        "take care of things at home, or get along with other people?",
    ),
    options: difficulty,
    unscored: true,
    optional: true,
  },
];

function item(number: number, label: string, text: string): Item {
  return { number, text, label, cluster: null };
}
