import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");

/** The command as npm runs it, in a process of its own. */
async function command(args: readonly string[], input: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/score.ts", ...args], { cwd: root, stdio: "pipe" });
  let [out, said] = ["", ""];
  child.stdout.on("data", (piece) => (out += piece));
  child.stderr.on("data", (piece) => (said += piece));
  child.stdin.on("error", () => {}); // it may have ended before it read anything
  child.stdin.end(input);
  const [status] = await once(child, "close");
  return { status, out, said };
}

describe("the score command", () => {
  test("ends with 0 where every row could be read, complete or not", async () => {
    expect(await command(["audit-c"], "id,item1,item2,item3\na,1,1,1\nb,1,,1\n")).toEqual({
      status: 0,
      out: "id,item1,item2,item3,state,total,at_3,at_4,at_5,missing,error\na,1,1,1,complete,3,true,false,false,,\nb,1,,1,incomplete,,,,,2,\n",
      said: "2 rows: 1 complete, 1 incomplete, 0 invalid\n",
    });
  });

  test("ends with 1 where a row was invalid, and scores the rest", async () => {
    const { status, out, said } = await command(["audit-c"], "id,item1,item2,item3\na,9,1,1\nb,1,1,1");
    expect([status, said]).toEqual([1, "2 rows: 1 complete, 0 incomplete, 1 invalid\n"]);
    expect(out.split("\n")[2]).toBe("b,1,1,1,complete,3,true,false,false,,");
  });

  test("ends with 2, one message and no output where nothing can be scored", async () => {
    const message = "The header cannot be read: item3 is missing; item1 stands there more than once.\n";
    expect(await command(["audit-c"], "id,item1,item1,item2\na,1,1,1\n")).toEqual({ status: 2, out: "", said: message });
    const { status, said } = await command(["caps-5"], "");
    expect([status, said]).toEqual([
      2,
      "Usage: npm run --silent score -- MEASURE [--untouched] < in.csv > out.csv\nMEASURE is one of pcl-5, phq-9, gad-7, pc-ptsd-5, audit-c, b-ipf.\n",
    ]);
  });
});
