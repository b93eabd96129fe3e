import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { cookieName } from "@/lib/auth/request";
import { betweenOf } from "@/lib/auth/sign-ins";
import { origins } from "@/lib/env";

// Only what the sign-in form needs of next-auth; its other addresses do not exist here.
const offered = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);
const handler = NextAuth(authOptions);

async function answer(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const { nextauth } = await context.params;
  if (!offered.has(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !origins.includes(request.headers.get("origin") ?? "")) return new Response(null, { status: 403 });
  const response: Response = await handler(request, context);
  response.headers.set("cache-control", "no-store");
  const token = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? "";
  if (betweenOf(token) !== "full") response.headers.set("x-sign-in-next", betweenOf(token));
  // Signed out: pages kept for Back go, and what lies in the cache. Not the storage: on a shared tablet it may hold another
  // person's unsent entries, encrypted; one's own are taken out by the page (components/shell/sign-out-button.tsx).
  if (nextauth[0] === "signout") response.headers.set("clear-site-data", '"cache"');
  if (response.status !== 401 || !(await response.clone().text()).includes("error=Unavailable")) return response;
  return Response.json({ url: "/sign-in?error=Unavailable" }, { status: 503, headers: { "retry-after": "5", "cache-control": "no-store" } });
}

export { answer as GET, answer as POST };
