// A visit as its form holds it: every field text, "" where nothing is answered, until it is sent.
import type { Attendance, Homework } from "@/lib/course/therapy-session";
import type { TherapyBody } from "@/lib/schemas/therapy";

export interface VisitAnswers {
  at: string;
  attendance: Attendance | "";
  protocolSession: string;
  homework: Homework | "";
  sudsBefore: string;
  sudsPeak: string;
  sudsEnd: string;
  note: string;
  psychotic: "yes" | "no" | "";
  manic: "yes" | "no" | "";
  symptomNote: string;
}

export type VisitField = keyof VisitAnswers;

/** In the order in which the form asks. */
export const visitOrder = ["attendance", "at", "protocolSession", "homework", "sudsBefore", "sudsPeak", "sudsEnd", "psychotic", "manic", "symptomNote", "note"] as const satisfies readonly VisitField[];

interface Stored {
  at: string;
  suggested: number;
  record: { attendance: Attendance; protocolSession: number | null; homework: Homework | null; sudsBefore: number | null; sudsPeak: number | null; sudsEnd: number | null; note: string | null } | null;
  check: { psychotic: boolean; manic: boolean; note: string | null } | null;
}

/** What the form begins with: what is stored, or for a new record the suggested session of the protocol alone. */
export function answersOf({ at, suggested, record, check }: Stored): VisitAnswers {
  const text = (number: number | null | undefined) => (number == null ? "" : String(number));
  const word = (given: boolean | undefined) => (given === undefined ? "" : given ? "yes" : "no");
  return {
    at,
    attendance: record?.attendance ?? "",
    protocolSession: text(record ? record.protocolSession : suggested),
    homework: record?.homework ?? "",
    sudsBefore: text(record?.sudsBefore),
    sudsPeak: text(record?.sudsPeak),
    sudsEnd: text(record?.sudsEnd),
    note: record?.note ?? "",
    psychotic: word(check?.psychotic),
    manic: word(check?.manic),
    symptomNote: check?.note ?? "",
  };
}

/** The answers as they stand in the form's fields; what has no field there stays as it is. */
export function visitFrom(given: FormData, answers: VisitAnswers): VisitAnswers {
  const named = Object.keys(answers).filter((name) => name !== "at") as VisitField[];
  const typed = Object.fromEntries(named.flatMap((name) => (given.has(name) ? [[name, String(given.get(name))]] : [])));
  const [day = "", time = ""] = answers.at.split("T");
  return { ...answers, ...typed, at: `${String(given.get("visit-at") ?? day)}T${String(given.get("visit-at-time") ?? time)}` };
}

interface Known {
  key: string;
  number: number;
  checkNumber: number;
  allow: string[];
}

/** What is sent. What is no number stays as it was typed, for the answer to say so. */
export function bodyOf(answers: VisitAnswers, known: Known): TherapyBody {
  const { at, attendance, homework, note, symptomNote } = answers;
  const yes = (word: VisitAnswers["manic"]) => (word === "" ? null : word === "yes");
  const body = {
    ...known,
    at,
    attendance,
    homework: homework === "" ? null : homework,
    protocolSession: numberOf(answers.protocolSession),
    sudsBefore: numberOf(answers.sudsBefore),
    sudsPeak: numberOf(answers.sudsPeak),
    sudsEnd: numberOf(answers.sudsEnd),
    psychotic: yes(answers.psychotic),
    manic: yes(answers.manic),
    note,
    symptomNote,
  };
  return body as TherapyBody;
}

function numberOf(text: string): number | string | null {
  const given = text.trim();
  if (given === "") return null;
  return /^-?\d+([.,]\d+)?$/.test(given) ? Number(given.replace(",", ".")) : given;
}
