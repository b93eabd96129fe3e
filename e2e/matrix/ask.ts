// Asks the server under test as any program can, without a browser in between: any method, any header, any address.

import { Agent, request, type IncomingHttpHeaders } from "node:http";

export interface Asked {
  method: string;
  path: string;
  /** The value of the session's cookie. */
  token?: string | null;
  headers?: Record<string, string>;
  /** An object is sent as JSON; text as it is. */
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function asker(origin: string) {
  const { hostname, port } = new URL(origin);
  return ({ method, path, token, headers = {}, body }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
      const given = {
        origin,
        ...(token ? { cookie: `courseline-session=${token}` } : {}),
        ...(sent === null ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(sent)) }),
        ...headers,
      };
      const asking = request({ hostname, port, method, path, headers: given, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString("utf8") }));
        answer.on("error", reject);
      });
      asking.on("error", reject);
      asking.end(sent ?? undefined);
    });
}

export type Ask = ReturnType<typeof asker>;

/** Some at a time, in order of the list. */
export async function eachOf<T>(list: readonly T[], work: (each: T) => Promise<void>, atOnce = 8): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
