// Which columns are sealed by the application (lib/seal.ts), and what tells their rows apart. A text about a patient that
// somebody typed belongs here; every other column of text is listed as plain, with the reason, in sealed-columns.db.test.ts,
// which fails on one that is neither. What is typed into a JSON column is sealed within it.
import { Prisma } from "./generated/client";

interface SealedTable {
  /** What names a row, as Prisma calls it: known before the row is written. */
  readonly key: readonly string[];
  readonly text: readonly string[];
  /** By column: `each` value of an object, or the `reason` of each entry of a list. */
  readonly json?: Readonly<Record<string, "each" | "reason">>;
  /** Sealed and opened where it is used: not even our own reads bring it in the open. */
  readonly byHand?: true;
}

export const sealedTables: Readonly<Record<string, SealedTable>> = {
  AssessmentRevision: { key: ["assessmentId", "number"], text: ["reason"] },
  BaselineChoice: { key: ["id"], text: ["reason"] },
  BegunForm: { key: ["userId", "name"], text: ["entered"] },
  BreakGlass: { key: ["id"], text: ["reason"] },
  Course: { key: ["id"], text: ["indexEvent", "endNote"] },
  CourseSession: { key: ["id"], text: ["reason"] },
  DoseRecord: { key: ["sessionId", "number"], text: ["notes"], json: { interruptions: "reason", reasons: "each" } },
  DosingEvent: { key: ["id", "number"], text: ["term", "action", "why"] },
  Leaving: { key: ["sessionId", "number"], text: ["escort"], json: { overrides: "each" } },
  Reading: { key: ["id"], text: ["done", "voidReason"] },
  SafetyPrompt: { key: ["id"], text: ["done"] },
  SecondFactor: { key: ["userId"], text: ["seed"], byHand: true },
  SymptomCheck: { key: ["sessionId", "number"], text: ["note"] },
  TherapyRecord: { key: ["sessionId", "number"], text: ["note"] },
};

/** As the database spells it: "voidReason" is void_reason. */
export const inSql = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Where a sealed text lives, which it is bound to: "reading.done 3f2f…". */
export function placeOf(model: string, column: string, row: Readonly<Record<string, unknown>>): string {
  const key = sealedTables[model]!.key.map((name) => {
    const value = row[name];
    if (typeof value !== "string" && typeof value !== "number") throw new Error(`A sealed ${model} is written by its ${name}`);
    return value;
  });
  return `${inSql(model)}.${inSql(column)} ${key.join(" ")}`;
}

/** The same, worked out by the database from the row it reads. */
export function placeInSql(model: string, column: string, alias: string): string {
  return [`'${inSql(model)}.${inSql(column)}'`, ...sealedTables[model]!.key.map((name) => `${alias}.${inSql(name)}`)].join(` || ' ' || `);
}

// Random, so that nobody can type what looks like a sealed text on its way from the database.
const kept = globalThis as typeof globalThis & { courselineSealedMark?: string };
export const sealedMark = (kept.courselineSealedMark ??= `sealed-${crypto.randomUUID()}`);

/** A sealed column in SQL of our own, where it is brought as text or within JSON: it is open in what the query returns. */
export function opened(model: string, column: string, alias: string): Prisma.Sql {
  const [place, value] = [placeInSql(model, column, alias), `${alias}.${inSql(column)}`];
  const isJson = sealedTables[model]!.json?.[column] !== undefined;
  return Prisma.raw(isJson ? `json_build_object('${sealedMark}', ${place}, 'column', '${model}.${column}', 'value', ${value})` : `'${sealedMark}' || ${place} || E'\\n' || ${value}`);
}
