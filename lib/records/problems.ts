// The ways a record can say no to a person who may mend it. Anything else thrown is our own fault.

/** What an act, or a refused one, was about. */
export interface Subject {
  patientId?: string | null;
  subject?: string;
  subjectId?: string;
}

/** Absent, or not this viewer's: the two are never told apart. */
export class NotHere extends Error {
  constructor(readonly on: Subject = {}) {
    super();
  }
}

/** A value that can be mended; each field says how. */
export class Unfit extends Error {
  constructor(readonly fields: Record<string, string>) {
    super(Object.values(fields)[0] ?? "Check the form");
  }
}

/** Not wrong, but worth a question first; sent again with `ask` among the things allowed, it goes through. */
export class Ask extends Error {
  constructor(readonly ask: string, message: string, readonly detail: Record<string, unknown>) {
    super(message);
  }
}

/** Somebody else saved this in the meantime. */
export class Stale extends Error {
  /** `stored`: what was sent belongs to something that has long been saved; it need not be kept to be sent again. */
  constructor(message = "Someone else changed this after you opened it. Open it again to see their version; yours has not been saved.", readonly stored = false) {
    super(message);
  }
}

/** One at a time, and another is at it; the same again in a moment goes through. */
export class Busy extends Error {}

/** What stands there now, in the shape in which it is sent, and what has to be named to save over it. */
export interface Newer {
  fields: Record<string, unknown>;
  known: Record<string, unknown>;
}

/** The same, where both versions can be laid side by side. */
export class Changed extends Stale {
  constructor(readonly newer: Newer) {
    super("Someone else changed this after you opened it. Yours has not been saved: choose what is to stand.");
  }
}

/** Only for somebody who showed just now who they are, with this (lib/auth/fresh.ts). */
export class NotFresh extends Error {
  constructor(readonly ask: "passkey" | "code" | "password") {
    super("Confirm that it is you, then this goes on.");
  }
}
