// How much one person and one address may ask of all processes together in a minute. The first requests are counted in memory
// alone; past them every twentieth takes twenty points from the counter in PostgreSQL, so that the usual request costs next to
// nothing and a fast one a twentieth of a statement.
import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { env } from "@/lib/env";

const free = 60;
const step = 20;
const mostKept = 20_000;

/** Hospitals share an address: it may ask ten times what a person may. */
const addressFactor = 10;

interface Count {
  until: number;
  asked: number;
  refusedUntil: number;
}

export class Limits {
  readonly #kept = new Map<string, Count>();
  readonly #person: RateLimiterPostgres;
  readonly #address: RateLimiterPostgres;

  constructor(perMinute: number, readonly seconds = 60) {
    this.#person = limiter("asks", perMinute, seconds);
    this.#address = limiter("asks-from", perMinute * addressFactor, seconds);
  }

  /** Seconds to wait, or 0 where the request may go on. */
  async admit(userId: string, address: string | null): Promise<number> {
    const waits = [await this.#count(this.#person, `p ${userId}`, userId), await this.#count(this.#address, `a ${address}`, address ?? "unknown")];
    return Math.ceil(Math.max(...waits) / 1000);
  }

  async #count(shared: RateLimiterPostgres, name: string, key: string): Promise<number> {
    const now = Date.now();
    const count = this.#find(name, now);
    if (count.refusedUntil > now) return count.refusedUntil - now;
    count.asked += 1;
    if (count.asked <= free || count.asked % step !== 0) return 0;
    try {
      await shared.consume(key, step);
      return 0;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      count.refusedUntil = now + Math.max(1, error.msBeforeNext);
      return error.msBeforeNext;
    }
  }

  #find(name: string, now: number): Count {
    const found = this.#kept.get(name);
    if (found && found.until > now) return found;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const fresh = { until: now + this.seconds * 1000, asked: 0, refusedUntil: 0 };
    this.#kept.set(name, fresh);
    return fresh;
  }
}

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({ storeClient: pool, storeType: "pool", tableName: "throttle", tableCreated: true, clearExpiredByTimeout: false, keyPrefix, points, duration });
}

const kept = globalThis as typeof globalThis & { courselineLimits?: Limits };

/** Of this process; what they count is everybody's. */
export const limits = (kept.courselineLimits ??= new Limits(env.REQUESTS_PER_MINUTE));

const manyReads = 1000;
const reads = limiter("reads", 1_000_000, 10 * 60);
const readBy = new Map<string, number>();

/** True once in ten minutes: this person's thousandth look, in all processes together, counted by the twenty. */
export async function lookedALot(userId: string): Promise<boolean> {
  const looks = (readBy.get(userId) ?? 0) + 1;
  if (readBy.size >= mostKept) readBy.clear();
  readBy.set(userId, looks % step);
  if (looks % step !== 0) return false;
  const { consumedPoints } = await reads.consume(userId, step);
  return consumedPoints >= manyReads && consumedPoints - step < manyReads;
}
