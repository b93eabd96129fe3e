// The second factor: a passkey (lib/auth/passkeys.ts), a code of an authenticator app, or one of the recovery codes that were
// handed out with the first of them. Each code works once: the database remembers the step of the clock and the code that were
// used, in the statement that takes them.
import "server-only";
import { createHash, randomInt, randomUUID } from "node:crypto";
import { prisma } from "@/lib/db";
import { embedded } from "@/lib/env";
import { seal, unseal } from "@/lib/seal";
import type { Prisma } from "@/prisma/generated/client";
import { placeOf } from "@/prisma/sealed-columns";
import { stepOf } from "./totp";

type Tx = Prisma.TransactionClient;

/** Everyone has one, but for the people of the invented clinic that comes with the embedded database. */
export function isFactorRequired(organisation: { synthetic: boolean }): boolean {
  return !(embedded && organisation.synthetic);
}

/** A transaction in which the database shows this person's own factor, and nobody else's. */
export function asPerson<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return work(tx);
  });
}

/** What is asked of this person besides the password: a passkey where there is one, or a code; null where there is no factor. */
export function factorOf(userId: string): Promise<"passkey" | "code" | null> {
  return asPerson(userId, (tx) => factorIn(tx, userId));
}

/** From here on this transaction is the only one that changes this person's factors. */
export async function holdFactors(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`factors of ${userId}`}))`;
}

export async function factorIn(tx: Tx, userId: string): Promise<"passkey" | "code" | null> {
  if ((await tx.passkey.count({ where: { userId } })) > 0) return "passkey";
  return (await tx.secondFactor.count({ where: { userId } })) > 0 ? "code" : null;
}

export async function hasFactor(userId: string): Promise<boolean> {
  return (await factorOf(userId)) !== null;
}

const purposeOf = (userId: string) => placeOf("SecondFactor", "seed", { userId });
const hashOf = (code: string) => new Uint8Array(createHash("sha256").update(code.toLowerCase().replaceAll(/[\s-]/g, "")).digest());

/** Takes a code, once: which kind it was, or null where it is not right or was used before. */
export function takeCode(userId: string, code: string, now = new Date()): Promise<"app" | "recovery" | null> {
  return asPerson(userId, async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    const seed = factor && unseal(factor.seed, purposeOf(userId));
    const step = seed === null ? null : stepOf(code, seed, now);
    if (step !== null) {
      const { count } = await tx.secondFactor.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } });
      return count === 1 ? "app" : null;
    }
    const { count } = await tx.recoveryCode.updateMany({ where: { userId, codeHash: hashOf(code), usedAt: null }, data: { usedAt: now } });
    return count === 1 ? "recovery" : null;
  });
}

/** Stores an app in place of any before, with new recovery codes, which are told this once. Every session ends. */
export async function storeFactor(tx: Tx, userId: string, seed: string, step: number): Promise<string[]> {
  await holdFactors(tx, userId);
  await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.secondFactor.create({ data: { id: randomUUID(), userId, seed: seal(seed, purposeOf(userId)), lastStep: step } });
  return makeRecoveryCodes(tx, userId);
}

/** Stores a passkey beside what there is; with the first factor come recovery codes, as above. Every session ends. */
export async function storePasskey(tx: Tx, userId: string, passkey: Omit<Prisma.PasskeyUncheckedCreateInput, "id" | "userId">): Promise<string[]> {
  await holdFactors(tx, userId);
  const first = (await factorIn(tx, userId)) === null;
  await tx.passkey.create({ data: { id: randomUUID(), userId, ...passkey } });
  return first ? makeRecoveryCodes(tx, userId) : [];
}

/** Any before are dead from then on. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) });
  return codes;
}

/** Everything. True where there was anything; every session ends with it. */
export async function removeFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const passkeys = await tx.passkey.deleteMany({ where: { userId } });
  const apps = await tx.secondFactor.deleteMany({ where: { userId } });
  return passkeys.count + apps.count > 0;
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789"; // without the look-alikes i, l, o, 0 and 1

/** Three groups of five: 74 bits. */
function newRecoveryCode(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}
