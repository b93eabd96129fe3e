// The drills, in the order in which they are run.

import type { Drill } from "./drill";
import { appKilled } from "./faults/app-killed";
import { clocks } from "./faults/clocks";
import { connectionsEnded } from "./faults/connections-ended";
import { diskFull } from "./faults/disk-full";
import { locked } from "./faults/locked";
import { oneRecord } from "./faults/one-record";
import { pageMeanwhile } from "./faults/page-meanwhile";
import { plugsPulled } from "./faults/plugs-pulled";
import { postgresKilled } from "./faults/postgres-killed";
import { sentTwice } from "./faults/sent-twice";
import { slowLine } from "./faults/slow-line";
import { toldToStop } from "./faults/told-to-stop";
import { twoApps } from "./faults/two-apps";

export const drills: readonly Drill[] = [appKilled, postgresKilled, pageMeanwhile, connectionsEnded, locked, slowLine, toldToStop, twoApps, oneRecord, sentTwice, diskFull, clocks, plugsPulled];
