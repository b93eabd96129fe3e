import { z } from "zod";
import { routeBetween } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { offerPasskey } from "@/lib/auth/passkeys";
import { setUpPasskey } from "@/lib/auth/second-step";
import { passkeyMade } from "@/lib/schemas/passkey";

export const POST = routeBetween("setup", z.object({}), async (person, _, sent) => ({ data: await offerPasskey(person, sent) }));

export const PUT = routeBetween("setup", passkeyMade, async (person, { passkey }, sent) => {
  const { token, codes } = await setUpPasskey(person, passkey, sent);
  await giveCookie(token);
  return { data: { codes } };
});
