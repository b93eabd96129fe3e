// A new password for the commands: typed twice unseen at a terminal, else the first line of standard input, or
// NEW_PASSWORD. Never an argument, which every user of the machine could read in the list of processes.

import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { fewest, problemOf } from "@/lib/auth/new-password";
import { Trouble } from "@/scripts/trouble.mjs";

/** `known` are the words that must not be all it is made of: the person's name, the clinic's. */
export async function readNewPassword(email: string, known: readonly string[]): Promise<string> {
  const password = process.env.NEW_PASSWORD || (process.stdin.isTTY ? await askTwice(email) : await firstLine());
  const problem = problemOf(password, { known: [email, ...known], factor: false });
  if (problem !== null) throw new Trouble(`The password cannot be used. ${problem}`);
  return password;
}

async function firstLine(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/)[0] ?? "";
}

async function askTwice(email: string): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (prompt: string): Promise<string> => {
    process.stdout.write(prompt);
    const answer = await typed.next();
    process.stdout.write("\n");
    return answer.done === true ? "" : answer.value;
  };
  lines.on("SIGINT", () => process.exit(130));
  try {
    const first = await ask(`New password for ${email}, ${fewest.alone} characters or more: `);
    if ((await ask("Once more: ")) !== first) throw new Trouble("The two were not the same. Nothing was changed.");
    return first;
  } finally {
    lines.close();
  }
}
