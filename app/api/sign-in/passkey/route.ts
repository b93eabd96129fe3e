import { z } from "zod";
import { routeBetween } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { askPasskey } from "@/lib/auth/passkeys";
import { passPasskey } from "@/lib/auth/second-step";
import { passkeyShown } from "@/lib/schemas/passkey";

export const POST = routeBetween("factor", z.object({}), async (person, _, sent) => ({ data: await askPasskey(person, sent) }));

export const PUT = routeBetween("factor", passkeyShown, async (person, { passkey }, sent) => {
  await giveCookie(await passPasskey(person, passkey, sent));
  return { data: {} };
});
