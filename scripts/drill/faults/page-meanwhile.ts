// A page opened while PostgreSQL is away: one of our own says so, with 503 and when to come again. A page inside the browser's
// page is answered 503 too, which makes the browser open it as a whole one. The control is the same address before and after.

import { request } from "node:http";
import { judge, type Drill, type World } from "../drill";

const words = "The database cannot be reached";

export const pageMeanwhile: Drill = {
  name: "a page while PostgreSQL is away",
  lengths: ["short", "usual", "long"],
  run: async (world) => {
    const before = await open(world, { accept: "text/html" });
    await world.database.kill();
    const meanwhile = await open(world, { accept: "text/html" });
    const within = await open(world, { accept: "*/*", rsc: "1" });
    await world.database.start();
    const after = await open(world, { accept: "text/html" });
    return {
      n: 4, lost: null, doubled: null, recoveredMs: null,
      seen: `answered ${meanwhile.status} after ${Math.round(meanwhile.tookMs)} ms, Retry-After ${meanwhile.retryAfter}; inside the browser's page ${within.status}`,
      control: `with it there: ${before.status}, and again ${after.status}`,
      problems: judge({
        "a page is not answered 503": meanwhile.status === 503 && within.status === 503, "it does not say when to come again": meanwhile.retryAfter === "5" && within.retryAfter === "5", "it is not our page": meanwhile.text.includes(words),
        "the control is not the page": before.status === 200 && after.status === 200 && !before.text.includes(words) && !after.text.includes(words),
      }),
    };
  },
};

function open({ front, clinic }: World, headers: Record<string, string>) {
  const began = performance.now();
  return new Promise<{ status: number; retryAfter: string; text: string; tookMs: number }>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: front.port, path: "/caseload", timeout: 20_000, headers: { ...headers, cookie: `courseline-session=${clinic.people[0]?.token}` } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, retryAfter: String(response.headers["retry-after"] ?? ""), text, tookMs: performance.now() - began }));
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer")));
    asked.on("error", reject);
    asked.end();
  });
}
