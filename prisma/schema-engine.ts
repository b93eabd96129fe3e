// Prisma's migration engine as WebAssembly: the same engine as `prisma migrate`, without its download.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export const schemaFile = path.join(path.dirname(fileURLToPath(import.meta.url)), "schema.prisma");

let loaded = false;

function load(): void {
  if (loaded) return;
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(file), { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(exports);
  const begin = exports.__wbindgen_start;
  if (typeof begin === "function") begin();
  loaded = true;
}

const internalChar: number = pg.types.builtins.CHAR;

/**
 * PostgreSQL's catalogues keep single letters in the internal type "char". The engine wants them as characters;
 * the adapter refuses the type. So the pool passes them off as text, and the adapter's answer is put right.
 */
class CatalogueAdapter extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const letters = new Map<string, number[]>();
    const plainQuery = this.pool.query.bind(this.pool);
    const readLetters = async (query: pg.QueryArrayConfig) => {
      const result = await plainQuery(query);
      const found = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === internalChar ? [index] : []));
      for (const field of result.fields) if (field.dataTypeID === internalChar) field.dataTypeID = pg.types.builtins.TEXT;
      letters.set(query.text, found);
      return result;
    };
    Object.assign(this.pool, { query: readLetters });
    const adapter = await super.connect();
    const plainRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await plainRaw(query);
      const found = letters.get(query.sql) ?? [];
      const types = result.columnTypes.map((type, index) => (found.includes(index) ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes: types };
    };
    return adapter;
  }
}

export async function withEngine<T>(
  url: string,
  schema: string,
  work: (instance: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  load();
  const pool = new pg.Pool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  const instance = await engine.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
  try {
    return await work(instance);
  } finally {
    instance.free();
    await pool.end();
  }
}

/** The SQL that takes the database at `url` to the schema; empty when it is there already. */
export async function schemaDiff(url: string, schema = readFileSync(schemaFile, "utf8")): Promise<string> {
  const files = [{ path: "schema.prisma", content: schema }];
  const { stdout } = await withEngine(url, schema, (instance) =>
    instance.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}
