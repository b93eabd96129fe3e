// Passwords are hashed with argon2id (RFC 9106) at the strength OWASP asks for: 19 MiB, two passes, one lane.
// At most two hashes run at once, so that a storm of sign-ins cannot take the machine's memory and cores.
import { hash, verify } from "@node-rs/argon2";

const argon2id = 2;
const strength = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), strength));
}

// Made from nothing anyone could type; checked when the account does not exist, so that both answers cost the same. Whoever comes first waits for it.
let nobody: Promise<string> | undefined;

/** True when the password is right. With no stored hash (unknown or disabled person) it works as long and says false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const none = await (nobody ??= hash(crypto.randomUUID() + crypto.randomUUID(), strength));
  const right = await inTurn(() => verify(stored ?? none, password.normalize("NFC")));
  return right && stored !== null;
}
