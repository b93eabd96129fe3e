// The one place where sealed columns are sealed and opened: every client that prisma/connect.ts makes seals what it writes and
// opens what it reads. A text that is not sealed is left from before there were seals: it is read as it stands, and the
// database takes no new one. A text that does not open is never shown as if it were empty: the read fails.
import { keyOf, seal, unseal } from "@/lib/seal";
import type { Prisma, PrismaClient } from "./generated/client";
import { placeOf, sealedMark, sealedTables } from "./sealed-columns";

type Row = Record<string, unknown>;
type Turn = (text: string, place: string) => string;

/** Where there is nothing to read there is nothing to hide; a constraint that asks for words still sees that there are none. */
const isBlank = (text: string) => !/[^ ]/.test(text);

export const sealText: Turn = (text, place) => (isBlank(text) ? text : seal(text, place));

export const openText: Turn = (text, place) => {
  if (keyOf(text) === null) return text;
  const open = unseal(text, place);
  if (open === null) throw new Error(`A sealed text does not open (${place.split(" ")[0]}): its key is missing, or it was changed or moved`);
  return open;
};

/** One column's value, sealed or opened. Of JSON, the texts within it. */
export function turnValue(turn: Turn, model: string, column: string, value: unknown, place: string): unknown {
  const shape = sealedTables[model]?.json?.[column];
  if (shape === undefined) return typeof value === "string" ? turn(value, place) : value;
  if (shape === "reason" && Array.isArray(value)) return value.map((entry: Row) => ({ ...entry, reason: turn(String(entry.reason), place) }));
  if (shape === "each") return Object.fromEntries(Object.entries(Object(value)).map(([name, text]) => [name, turn(String(text), `${place} ${name}`)]));
  return value;
}

const columnsOf = (model: string): string[] => [...sealedTables[model]!.text, ...Object.keys(sealedTables[model]!.json ?? {})];

function sealData(model: string, data: Row, row: Row): Row {
  const sealed = columnsOf(model).filter((column) => data[column] !== undefined && data[column] !== null);
  return { ...data, ...Object.fromEntries(sealed.map((column) => [column, turnValue(sealText, model, column, data[column], placeOf(model, column, row))])) };
}

/** The arguments of a write, its texts sealed. */
function sealArgs(model: string, args: Row): Row {
  const { data, where, create, update } = args as { data?: Row | Row[]; where?: Row; create?: Row; update?: Row };
  if (create && update) return { ...args, create: sealData(model, create, create), update: sealData(model, update, create) };
  if (Array.isArray(data)) return { ...args, data: data.map((row) => sealData(model, row, row)) };
  return data ? { ...args, data: sealData(model, data, { ...data, ...where }) } : args;
}

/** What our own SQL brought (prisma/sealed-columns.ts, opened), open: in place, since most of it is numbers that stay. */
function openRows(value: unknown): unknown {
  if (typeof value === "string") {
    if (!value.startsWith(sealedMark)) return value;
    const end = value.indexOf("\n");
    return openText(value.slice(end + 1), value.slice(sealedMark.length, end));
  }
  if (typeof value !== "object" || value === null) return value;
  if (sealedMark in value) {
    const { [sealedMark]: place, column: name, value: content } = value as Row;
    const [model = "", column = ""] = String(name).split(".");
    return turnValue(openText, model, column, content, String(place));
  }
  const row = value as Row;
  for (const name in row) {
    const each = row[name];
    if (typeof each === "string" || (typeof each === "object" && each !== null)) row[name] = openRows(each);
  }
  return value;
}

/** Rows of a statement of ours; most bring nothing sealed, and are passed on as they are. */
export function openResult<Result>(sql: string, result: Result): Result {
  return sql.includes(sealedMark) ? (openRows(result) as Result) : result;
}

type Fields = Readonly<Record<string, string>>;

/** By model: the fields that lead to rows of other models, from Prisma's own description of the schema. */
function relationsOf(prisma: PrismaClient): Readonly<Record<string, Fields>> {
  const { models } = Reflect.get(prisma, "_runtimeDataModel") as { models: Record<string, { fields: { name: string; kind: string; type: string }[] }> };
  return Object.fromEntries(Object.entries(models).map(([model, { fields }]) => [model, Object.fromEntries(fields.flatMap(({ name, kind, type }) => (kind === "object" ? [[name, type]] : [])))]));
}

/** The same client, which seals and opens by itself. */
export function sealing(prisma: PrismaClient): PrismaClient {
  const relations = relationsOf(prisma);
  const sealedColumns = (model: string) => (sealedTables[model] && !sealedTables[model].byHand ? columnsOf(model) : []);

  /** What to read so that sealed texts can be opened: where a row is read in part, what names it comes along. */
  function withKeys(model: string, args: Row): Row {
    const turned = { ...args };
    for (const part of ["select", "include"]) {
      const asked = args[part] as Row | undefined;
      if (!asked) continue;
      const nested = Object.entries(asked).map(([name, each]) => [name, relations[model]?.[name] && typeof each === "object" ? withKeys(relations[model][name], each as Row) : each]);
      const needed = part === "select" && sealedColumns(model).some((column) => asked[column] === true) ? sealedTables[model]!.key.map((name) => [name, true]) : [];
      turned[part] = Object.fromEntries([...nested, ...needed]);
    }
    return turned;
  }

  /** Rows as they were asked for, open. */
  function openModel(model: string, value: unknown, args: Row): unknown {
    if (Array.isArray(value)) return value.map((row) => openModel(model, row, args));
    if (typeof value !== "object" || value === null) return value;
    const row = value as Row;
    const [select, include] = [args.select, args.include] as (Row | undefined)[];
    const columns = sealedColumns(model);
    const fields = Object.entries(row).filter(([name]) => !select || select[name]).map(([name, each]) => {
      const related = relations[model]?.[name];
      if (related) return [name, openModel(related, each, Object((select ?? include)?.[name]))];
      return [name, each !== null && columns.includes(name) ? turnValue(openText, model, name, each, placeOf(model, name, row)) : each];
    });
    return Object.fromEntries(fields);
  }

  const $allOperations = async ({ model, operation, args, query: run }: { model: string; operation: string; args: Row; query: (args: Row) => Promise<unknown> }) => {
    const columns = sealedColumns(model);
    const searched = columns.find((column) => typeof Object(Object(args).where)[column] === "string");
    if (searched !== undefined) throw new Error(`${model}.${searched} is sealed: rows cannot be found by it`);
    const sealed = columns.length > 0 ? sealArgs(model, args) : args;
    if (counting.has(operation)) return run(sealed);
    return openModel(model, await run(withKeys(model, sealed)), args);
  };
  const $queryRaw = async ({ args, query: run }: { args: Prisma.Sql; query: (args: Prisma.Sql) => Promise<unknown> }) => openResult(args.sql, await run(args));
  return prisma.$extends({ query: { $allModels: { $allOperations }, $queryRaw } } as unknown as Parameters<PrismaClient["$extends"]>[0]) as unknown as PrismaClient;
}

/** Operations that bring no rows. */
const counting = new Set(["count", "aggregate", "groupBy", "createMany", "updateMany", "deleteMany"]);
