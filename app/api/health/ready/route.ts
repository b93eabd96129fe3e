import { pool } from "@/lib/db";
import { troubledLately } from "@/lib/db-trouble";

export const dynamic = "force-dynamic";

/**
 * The process can serve: the database answers, in the role and time zone everything here relies on. Degraded: it does, and yet
 * somebody had to be told just now to try again.
 */
export async function GET(): Promise<Response> {
  const ready = await pool.query("SELECT current_user AS role, current_setting('timezone') AS zone").then(
    ({ rows }) => rows[0]?.role === "courseline_app" && rows[0]?.zone === "UTC",
    () => false,
  );
  const headers = new Headers({ "cache-control": "no-store" });
  if (!ready) headers.set("retry-after", "5");
  return Response.json({ status: !ready ? "database away" : troubledLately() ? "degraded" : "ready" }, { status: ready ? 200 : 503, headers });
}
