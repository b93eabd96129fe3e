// Clinicians at work: each fills in one form after another, two drafts and then the save, and asks again until it is answered, as
// the page does. Every fourth form is left half filled. The ledger holds what the server said it has, and nothing else.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { asker, type Answer } from "./ask";
import type { DrillClinic } from "./clinic";

export interface Form {
  id: string;
  patientId: string;
  userId: string;
  ratings: number[];
  /** Of the draft, the newest step that was acknowledged, and the answers it held. */
  drafted: { step: number; ratings: (number | null)[] } | null;
  saved: boolean;
}

export interface Ledger {
  forms: Form[];
  /** Requests that were answered with yes. */
  acknowledged: number;
  /** Answered with no, in a way that trying again does not mend. */
  refused: string[];
  hung: number;
  /** Answered with 500. */
  broken: number;
  longestMs: number;
  /** Answers that told to wait, and of them those that did not say how long. */
  busy: { count: number; withoutRetryAfter: number };
}

export interface Writing {
  ledger: Ledger;
  /** Lets each finish the form in hand. */
  finish: () => Promise<Ledger>;
  /** Resolves once so many requests have been acknowledged. */
  reached: (acknowledged: number) => Promise<void>;
}

let made = 0;

/** Answers no other form has: its number to the base of five, then filling. */
function ratingsFor(number: number): number[] {
  return Array.from({ length: 20 }, (_, item) => (item < 12 ? Math.floor(number / 5 ** item) % 5 : (number * 7 + item) % 5));
}

export function newForm(clinic: DrillClinic, userId: string): Form {
  made += 1;
  return { id: randomUUID(), patientId: clinic.patient(), userId, ratings: ratingsFor(made), drafted: null, saved: false };
}

const yesterday = () => `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T10:00`;

export const saveBody = ({ patientId, ratings }: Form, key: string) => ({ patientId, measure: "pcl-5", recall: "week", sessionId: null, answeredAt: yesterday(), mode: "paper", ratings, key, allow: [] as string[] });

/** @param address the port of the address people type, where it is another than the one that is asked */
export function startWriting(port: number, clinic: DrillClinic, people: number, address = port): Writing {
  const ledger: Ledger = { forms: [], acknowledged: 0, refused: [], hung: 0, broken: 0, longestMs: 0, busy: { count: 0, withoutRetryAfter: 0 } };
  let writing = true;
  const waiting: { for: number; tell: () => void }[] = [];

  async function insist(ask: () => Promise<Answer>): Promise<boolean> {
    for (;;) {
      const answer = await ask();
      note(answer);
      if (answer.status >= 200 && answer.status < 300) {
        ledger.acknowledged += 1;
        for (const each of waiting) if (ledger.acknowledged >= each.for) each.tell();
        return true;
      }
      if (answer.status >= 400 && answer.status < 500) {
        ledger.refused.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
        return false;
      }
      await pause(25);
    }
  }

  function note({ status, hung, tookMs, headers }: Answer): void {
    if (hung) ledger.hung += 1;
    ledger.longestMs = Math.max(ledger.longestMs, tookMs);
    if (status === 500) ledger.broken += 1;
    if (status !== 503) return;
    ledger.busy.count += 1;
    if (!(Number(headers["retry-after"]) > 0)) ledger.busy.withoutRetryAfter += 1;
  }

  async function fill(person: { id: string; token: string }): Promise<void> {
    const ask = asker(port, person.token, address);
    for (let count = 0; writing; count += 1) {
      const form = newForm(clinic, person.id);
      ledger.forms.push(form);
      const { key: _, allow: __, ...answers } = saveBody(form, "");
      for (const [index, answered] of [8, 20].entries()) {
        const ratings = form.ratings.map((rating, item) => (item < answered ? rating : null));
        const step = index + 1;
        if (await insist(() => ask("PUT", `/api/drafts/${form.id}`, { ...answers, ratings, step }))) form.drafted = { step, ratings };
      }
      if (count % 4 === 3) continue;
      const body = saveBody(form, randomUUID());
      form.saved = await insist(() => ask("PUT", `/api/assessments/${form.id}`, body));
    }
  }

  const all = clinic.people.slice(0, people).map(fill);
  return {
    ledger,
    reached: (acknowledged) => (ledger.acknowledged >= acknowledged ? Promise.resolve() : new Promise((tell) => waiting.push({ for: acknowledged, tell }))),
    finish: async () => {
      writing = false;
      await Promise.all(all);
      return ledger;
    },
  };
}
