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

const perGlass = limiter("glass", 5);

// The table holds no e-mail address, only what it hashes to.
const accountKey = (email: string) => createHash("sha256").update(email).digest("hex");

/**
 * Seconds to wait, or 0 when the attempt may go on. `known` is what only the account's owner can show (a device they signed in
 * with before, a session they have): it is counted for itself, so that strangers who guess do not shut the owner out.
 */
export async function countAttempt(email: string, address: string | null, known: string | null = null): Promise<number> {
  const counts = known === null ? [perAccount.consume(accountKey(email)), perAddress.consume(address ?? "unknown")] : [perAccount.consume(accountKey(`${email} ${known}`))];
  const counted = await Promise.allSettled(counts);
  const broken = counted.find((result) => result.status === "rejected" && !(result.reason instanceof RateLimiterRes));
  if (broken?.status === "rejected") throw broken.reason;
  const waits = counted.map((result) => (result.status === "rejected" ? (result.reason as RateLimiterRes).msBeforeNext : 0));
  return Math.ceil(Math.max(...waits) / 1000);
}

/** The right password was given: the count starts afresh, and the address gets its point back. */
export async function forgiveAttempt(email: string, address: string | null, known: string | null = null): Promise<void> {
  if (known !== null) await perAccount.delete(accountKey(`${email} ${known}`));
  else await Promise.all([perAccount.delete(accountKey(email)), perAddress.reward(address ?? "unknown", 1)]);
}

/** Seconds to wait before this person may look again for a record that is not theirs, or 0; each look counts, found or not. */
export async function countGlass(userId: string): Promise<number> {
  const counted = await perGlass.consume(userId).catch((refused: unknown) => refused);
  if (!(counted instanceof RateLimiterRes)) throw counted;
  return counted.consumedPoints > 5 ? Math.ceil(counted.msBeforeNext / 1000) : 0;
}
