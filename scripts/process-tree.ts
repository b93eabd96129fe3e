// Processes of this machine, for what is tried on real ones: who was started by whom, who still runs, and how they are ended.
import { spawnSync } from "node:child_process";

/** All that it has started, and what those have. */
export function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const below = (one: number): number[] => pairs.flatMap(([child, parent]) => (child !== undefined && parent === one ? [child, ...below(child)] : []));
  return below(pid);
}

export function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}

/** As a power cut does. One that has ended by itself meanwhile is no failure. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
