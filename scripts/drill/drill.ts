// What a drill is: one fault, injected for real, and what it came to.

import type { App } from "./app";
import type { DrillClinic } from "./clinic";
import type { Database } from "./database";
import type { Relay } from "./relay";

export interface World {
  database: Database;
  clinic: DrillClinic;
  /** The one address that people use; behind it are the app processes. */
  front: Relay;
  apps: App[];
  /** The app's environment, at this address of the database. */
  env: (more?: Record<string, string>, databasePort?: number) => Record<string, string>;
  folder: string;
}

export type Length = "short" | "usual" | "long";

export interface Outcome {
  /** Acknowledged writes, or rounds. */
  n: number;
  lost: number | null;
  doubled: number | null;
  /** The longest time in which nobody could write, by the database's clock. */
  recoveredMs: number | null;
  /** What else was seen, in a few words. */
  seen: string;
  /** The same count where the defence is left out, or the writer is careless. */
  control: string;
  /** What must not be; empty where all held, the control included. */
  problems: string[];
}

export interface Drill {
  name: string;
  /** In which runs it takes part. */
  lengths: readonly Length[];
  /** A reason in words where this machine cannot have the fault. */
  missing?: () => string | null;
  run: (world: World, length: Length) => Promise<Outcome>;
}

/** Collects what must not be. */
export function judge(checks: Record<string, boolean>): string[] {
  return Object.entries(checks).filter(([, held]) => !held).map(([what]) => what);
}
