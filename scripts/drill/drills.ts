// The drills, in the order in which they are run.

import type { Drill } from "./drill";
import { appKilled } from "./faults/app-killed";
import { connectionsEnded } from "./faults/connections-ended";
import { oneRecord } from "./faults/one-record";
import { postgresKilled } from "./faults/postgres-killed";
import { sentTwice } from "./faults/sent-twice";

export const drills: readonly Drill[] = [appKilled, postgresKilled, connectionsEnded, oneRecord, sentTwice];
