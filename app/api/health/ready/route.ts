import { pool } from "@/lib/db";

export const dynamic = "force-dynamic";

/** The process can serve: the database answers, in the role and time zone everything here relies on. */
export async function GET(): Promise<Response> {
  const ready = await pool.query("SELECT current_user AS role, current_setting('timezone') AS zone").then(
    ({ rows }) => rows[0]?.role === "courseline_app" && rows[0]?.zone === "UTC",
    () => false,
  );
  const headers = new Headers({ "cache-control": "no-store" });
  if (!ready) headers.set("retry-after", "5");
  return Response.json({ status: ready ? "ready" : "database away" }, { status: ready ? 200 : 503, headers });
}
