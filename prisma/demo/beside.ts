// What the stories recorded beside the PCL-5: depression, anxiety, alcohol, functioning, a screen, an interview. By
// story; days and times as in stories.ts. Where single answers matter they are written out, "-" for none.
import type { BesideForm, StoryPrompt } from "./story";

type Run = readonly (readonly [day: number, at: string, total: number])[];

const run = (measure: string, recall: BesideForm["recall"], forms: Run): BesideForm[] =>
  forms.map(([day, at, total]) => ({ measure, recall, day, at, total }));
const phq = (...forms: Run) => run("phq-9", "fortnight", forms);
const gad = (...forms: Run) => run("gad-7", "fortnight", forms);
const caps = (day: number, at: string, total: number): BesideForm => ({ measure: "caps-5", recall: "month", day, at, total });
const written = (measure: string, recall: BesideForm["recall"], day: number, at: string, answers: string, prompt?: StoryPrompt | null): BesideForm => ({
  measure, recall, day, at, answers, prompt,
});
const phqWritten = (day: number, at: string, answers: string, prompt?: StoryPrompt | null) => written("phq-9", "fortnight", day, at, answers, prompt);
const audit = (day: number, at: string, answers: string) => written("audit-c", "year", day, at, answers);
const bipf = (day: number, at: string, answers: string) => written("b-ipf", "month", day, at, answers);

const acknowledged: StoryPrompt = {
  day: -6,
  at: "14:20",
  done:
    "Asked at once: passing thoughts at night, no plan, no means at home. Safety plan written together and given; " +
    "family doctor told with consent. Asked again at every visit.",
};

export const beside: Readonly<Record<string, readonly BesideForm[]>> = {
  rivera: [
    ...phq([-5, "14:15", 18], [1, "09:10", 13], [8, "09:10", 13], [15, "09:08", 11], [22, "09:05", 8]),
    ...gad([-5, "14:20", 15], [8, "09:14", 12], [15, "09:11", 10], [22, "09:08", 7]),
    audit(-5, "14:24", "111"),
    bipf(-5, "14:28", "6554365"),
    caps(-5, "15:00", 44),
  ],
  tanaka: [
    phqWritten(-6, "13:52", "222212 1 1 1 2", acknowledged),
    { measure: "c-ssrs", recall: "month", day: -6, at: "14:05", total: 1, prompt: acknowledged },
    ...phq([7, "10:40", 15], [14, "10:40", 15], [21, "10:40", 16], [28, "10:40", 14], [35, "10:40", 12], [42, "10:40", 9], [49, "10:40", 6]),
    ...gad([-6, "13:58", 13], [7, "10:44", 13], [14, "10:44", 12], [21, "10:44", 13], [28, "10:44", 12], [35, "10:44", 9], [42, "10:44", 8], [49, "10:44", 5]),
    audit(-6, "14:00", "0--"),
  ],
  okafor: [...phq([0, "13:36", 14], [8, "13:36", 19]), ...gad([0, "13:40", 12], [8, "13:40", 17]), audit(-4, "14:18", "322")],
  haddad: [
    ...phq([0, "14:46", 17], [7, "14:46", 16], [14, "14:46", 18], [21, "14:46", 17], [28, "14:46", 16]),
    phqWritten(35, "14:46", "222223 2 1 1 2", null),
    ...gad([0, "14:50", 14], [7, "14:50", 14], [14, "14:50", 15], [21, "14:50", 13], [28, "14:50", 14], [35, "14:50", 14]),
    audit(-3, "11:16", "432"),
  ],
  moreau: [
    written("pc-ptsd-5", "month", -7, "10:05", "1 11111"),
    ...phq([-7, "10:16", 19], [0, "12:36", 20]),
    ...gad([-7, "10:20", 16]),
    audit(-7, "10:24", "0--"),
    bipf(-7, "10:28", "6675-67"),
    caps(-7, "11:00", 48),
  ],
  kowalczyk: [
    ...phq([-7, "10:16", 17], [8, "10:46", 15], [15, "10:46", 14]),
    phqWritten(22, "10:46", "221-11 1 1 0 1"),
    ...phq([29, "10:46", 11], [36, "10:46", 9], [43, "10:46", 8]),
    ...gad([-7, "10:20", 14], [8, "10:50", 13], [15, "10:50", 12], [22, "10:50", 10], [29, "10:50", 10], [36, "10:50", 8], [43, "10:50", 7]),
    audit(-7, "10:24", "100"),
  ],
  fairbanks: [
    ...phq([0, "09:46", 12], [7, "09:46", 12], [14, "09:46", 11], [21, "09:46", 8], [28, "09:46", 7], [35, "09:46", 5], [42, "09:46", 3]),
    ...gad([0, "09:50", 10], [7, "09:50", 10], [14, "09:50", 9], [21, "09:50", 7], [28, "09:50", 6], [35, "09:50", 4], [42, "09:50", 3]),
    audit(-4, "14:18", "200"),
  ],
  vesterholm: [caps(-6, "11:00", 42), caps(28, "14:40", 17)],
};
