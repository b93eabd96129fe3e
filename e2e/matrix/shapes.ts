// The other ways in which one can ask this framework for a page: the shapes its router uses in a browser, those of earlier
// holes (CVE-2025-29927, CVE-2026-44574, -44575, -45109, -64642), and headers that only a proxy may set.

import type { Answer, Ask, Asked } from "./ask";

const at = (asked: Asked, path: (given: string) => string): Asked => ({ ...asked, path: path(asked.path) });
const saying = (asked: Asked, headers: Record<string, string>): Asked => ({ ...asked, headers: { ...asked.headers, ...headers } });
const rsc = { rsc: "1" };

export const shapes = {
  "as it is": (asked: Asked) => asked,
  "what the router asks for": (asked: Asked) => saying(asked, rsc),
  "what it asks for in advance": (asked: Asked) => saying(asked, { ...rsc, "next-router-prefetch": "1" }),
  "the tree of its segments": (asked: Asked) => saying(asked, { ...rsc, "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }),
  "one segment": (asked: Asked) => saying(asked, { ...rsc, "next-router-prefetch": "1", "next-router-segment-prefetch": "/(clinic)/patients/$d$patientId/__PAGE__" }),
  "its data by name": (asked: Asked) => at(asked, (path) => `${path}.rsc`),
  "its segments by name": (asked: Asked) => at(asked, (path) => `${path}.segments/_tree.segment.rsc`),
  "its data by query": (asked: Asked) => at(asked, (path) => `${path}?_rsc=1abc2`),
  "other parameters in the query": (asked: Asked) => at(asked, (path) => `${path}?nxtPpatientId=x&nxtPsessionId=x`),
  "the data of older pages": (asked: Asked) => at(asked, (path) => `/_next/data/build${path}.json`),
  "a doubled slash": (asked: Asked) => at(asked, (path) => `/${path}`),
  "a dot in between": (asked: Asked) => at(asked, (path) => `/.${path}`),
  "letters encoded": (asked: Asked) => at(asked, (path) => path.replace("/patients", "/%70atients")),
  "a slash encoded": (asked: Asked) => at(asked, (path) => path.replace("/patients/", "/patients%2f")),
  "a language before it": (asked: Asked) => at(asked, (path) => `/en${path}`),
  "as if from middleware": (asked: Asked) => saying(asked, { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware", "x-middleware-next": "1" }),
  "as if rewritten": (asked: Asked) => saying(asked, { "x-middleware-rewrite": asked.path, "x-matched-path": asked.path, "x-invoke-path": asked.path, "x-now-route-matches": "1=x" }),
  "as if resumed": (asked: Asked) => saying(asked, { "next-resume": "1", "x-next-resume-state-length": "1" }),
  "with another host": (asked: Asked) => saying(asked, { "x-forwarded-host": "elsewhere.example", "x-forwarded-proto": "https", forwarded: "host=elsewhere.example" }),
  "from another address": (asked: Asked) => saying(asked, { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" }),
};

/** The router is led to a name for what it asks for, which follows from its headers. */
export async function askWhereLed(ask: Ask, asked: Asked): Promise<Answer> {
  const answer = await ask(asked);
  const led = answer.headers.location;
  return answer.status === 307 && led?.includes("_rsc") ? ask({ ...asked, path: led.replace(/^https?:\/\/[^/]+/, "") }) : answer;
}
