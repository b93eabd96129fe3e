// The person behind a request, read from the database. The session gate makes one (lib/auth/gate.ts) and, for commands, command-viewer.ts,
// so a function that takes a Viewer cannot be called by anyone who has not been looked up.
import type { ClinicSettings } from "@/lib/schemas/settings";
import type { Role } from "@/prisma/generated/enums";

declare const gate: unique symbol;

export interface Viewer {
  readonly [gate]: true;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly signInId: string;
  /** Whether they showed who they are within the last minutes (lib/auth/fresh.ts). */
  readonly fresh: boolean;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly settings: ClinicSettings;
    readonly settingsVersion: number;
    readonly synthetic: boolean;
  };
  /** Patients of other teams that this person has opened in an emergency, each for an hour at most. */
  readonly brokenGlass: readonly { readonly id: string; readonly patientId: string; readonly until: string }[];
  /** Where the request came from, for the audit line. */
  readonly address: string | null;
  readonly requestId: string;
}

