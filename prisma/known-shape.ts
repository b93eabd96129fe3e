// What the migrations left behind, line by line, kept with the database as a comment on the migrator's own table. Whatever
// changed the tables in between (a hand, another tool, half a restore) shows before the app starts on them. Only what every version of
// PostgreSQL words alike is kept: what is there, whether it is in force, and the hash of what a function does.
import pg from "pg";
import { Trouble } from "@/scripts/trouble.mjs";

const mark = "The tables as the migrations left them (npm run db:migrate):\n";

// An index, a table or a function more does no harm; any of these does.
const mustNotCome = /^(column|constraint|policy|trigger|right) /;

const lines = `
  SELECT format('table %s%s%s', relname, CASE WHEN relrowsecurity THEN ', secured' END, CASE WHEN relforcerowsecurity THEN ', its owner too' END) AS line
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
  UNION ALL SELECT format('column %s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ', never null' END)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('constraint %s on %s', conname, conrelid::regclass) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 'n'
  UNION ALL SELECT format('policy %s on %s for %s', p.polname, p.polrelid::regclass, p.polcmd) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('trigger %s on %s%s', t.tgname, t.tgrelid::regclass, CASE WHEN t.tgenabled = 'D' THEN ', disabled' END)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
  UNION ALL SELECT format('function %s, which does %s', p.oid::regprocedure, md5(p.prosrc)) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL SELECT format('index %s', i.relname) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE i.relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('right %s on %s', lower(a.privilege_type), c.relname) FROM pg_class c, aclexplode(c.relacl) a, pg_roles r
    WHERE c.relnamespace = 'public'::regnamespace AND r.oid = a.grantee AND r.rolname = 'courseline_app'`;

async function shapeNow(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(lines);
  return rows.map(({ line }) => line).sort();
}

async function shapeKept(client: pg.ClientBase): Promise<string[] | null> {
  const { rows: [kept] } = await client.query<{ text: string | null }>("SELECT obj_description('_prisma_migrations'::regclass) AS text");
  return kept?.text?.startsWith(mark) ? kept.text.slice(mark.length).split("\n") : null;
}

/** Before anything is migrated. A database that has no such comment yet is taken as it is. */
export async function refuseChangedTables(client: pg.ClientBase): Promise<void> {
  const kept = await shapeKept(client);
  if (kept === null) return;
  const now = await shapeNow(client);
  const [was, is] = [new Set(kept), new Set(now)];
  const gone = kept.filter((line) => !is.has(line)).map((line) => `gone: ${line}`);
  const come = now.filter((line) => !was.has(line) && mustNotCome.test(line)).map((line) => `new: ${line}`);
  const changes = [...gone, ...come];
  if (changes.length === 0) return;
  const more = changes.length > 5 ? [`and ${changes.length - 5} more`] : [];
  throw new Trouble(
    `Something other than Courseline's migrations changed this database:\n${[...changes.slice(0, 5), ...more].map((line) => `  - ${line}`).join("\n")}\n` +
      "Put it back, or restore the last backup. Where it was meant: npm run db:migrate -- --as-it-is",
  );
}

export const hasKnownShape = async (client: pg.ClientBase): Promise<boolean> => (await shapeKept(client)) !== null;

export async function keepShape(client: pg.ClientBase): Promise<void> {
  await client.query(`COMMENT ON TABLE _prisma_migrations IS ${pg.escapeLiteral(mark + (await shapeNow(client)).join("\n"))}`);
}
