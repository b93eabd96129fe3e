// Failed sign-ins are counted per account and per address, in PostgreSQL, so that every app process counts together.
// The count is taken before the password is checked: parallel guesses cannot slip past it.
import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";

const window = 15 * 60;

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({ storeClient: pool, storeType: "pool", tableName: "throttle", tableCreated: true, clearExpiredByTimeout: false, keyPrefix, points, duration: window });
}

const perAccount = limiter("account", 10);
const perAddress = limiter("address", 30);

// The table holds no e-mail address, only what it hashes to.
const accountKey = (email: string) => createHash("sha256").update(email).digest("hex");

/** Seconds to wait, or 0 when the attempt may go on. */
export async function countAttempt(email: string, address: string | null): Promise<number> {
  const counted = await Promise.allSettled([perAccount.consume(accountKey(email)), perAddress.consume(address ?? "unknown")]);
  const broken = counted.find((result) => result.status === "rejected" && !(result.reason instanceof RateLimiterRes));
  if (broken?.status === "rejected") throw broken.reason;
  const waits = counted.map((result) => (result.status === "rejected" ? (result.reason as RateLimiterRes).msBeforeNext : 0));
  return Math.ceil(Math.max(...waits) / 1000);
}

/** The right password was given: the account starts afresh, and the address gets its point back. */
export async function forgiveAttempt(email: string, address: string | null): Promise<void> {
  await Promise.all([perAccount.delete(accountKey(email)), perAddress.reward(address ?? "unknown", 1)]);
}
