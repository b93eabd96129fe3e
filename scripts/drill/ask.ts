// Asks the app as a browser's page does: over HTTP, with a session's cookie. It never throws, and it never waits for ever.

import { Agent, request } from "node:http";

export interface Answer {
  /** 0: no answer came, or not all of it. */
  status: number;
  body: unknown;
  headers: Record<string, string | string[] | undefined>;
  tookMs: number;
  hung: boolean;
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Ask = (method: Method, path: string, body?: object) => Promise<Answer>;

const longestMs = 20_000;
// As many connections as there are askers: one that waits here would not be the app's to answer.
const agent = new Agent({ keepAlive: true });

export const closeConnections = () => agent.destroy();

/** @param address the port of the address people type, where it is another than the one that is asked */
export function asker(port: number, token: string, address = port): Ask {
  const origin = `http://localhost:${address}`;
  return (method, path, body) =>
    new Promise((resolve) => {
      const began = performance.now();
      let hung = false;
      const done = (status: number, answered: unknown = null, headers: Answer["headers"] = {}) => resolve({ status, body: answered, headers, tookMs: performance.now() - began, hung });
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = { origin, cookie: `courseline-session=${token}`, ...(text !== undefined && { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }) };
      const asked = request({ agent, host: "127.0.0.1", port, method, path, headers, timeout: longestMs }, (response) => {
        let read = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (read += part));
        response.on("end", () => done(response.complete ? (response.statusCode ?? 0) : 0, readJson(read), response.headers));
        response.on("error", () => done(0));
      });
      asked.on("timeout", () => {
        hung = true;
        asked.destroy();
      });
      asked.on("error", () => done(0));
      asked.end(text);
    });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
