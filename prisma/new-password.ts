// A new password for the commands: typed twice unseen at a terminal, else the first line of standard input, or
// NEW_PASSWORD. Never an argument, which every user of the machine could read in the list of processes.

import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Trouble } from "@/scripts/trouble.mjs";

const fewest = 15; // NIST SP 800-63B-4 (2025), section 3.1.1.2: a password that is the only factor

export async function readNewPassword(email: string): Promise<string> {
  const password = process.env.NEW_PASSWORD || (process.stdin.isTTY ? await askTwice(email) : await firstLine());
  if ([...password].length < fewest) throw new Trouble(`The password is too short: ${fewest} characters or more.`);
  if (password.length > 1024) throw new Trouble("The password is too long: 1024 characters at most.");
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
    const first = await ask(`New password for ${email}, ${fewest} characters or more: `);
    if ((await ask("Once more: ")) !== first) throw new Trouble("The two were not the same. Nothing was changed.");
    return first;
  } finally {
    lines.close();
  }
}
