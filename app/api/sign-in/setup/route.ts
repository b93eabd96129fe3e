import { routeBetween } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { setUpFactor } from "@/lib/auth/second-step";
import { factorSetUp } from "@/lib/schemas/account";

export const POST = routeBetween("setup", factorSetUp, async (person, body, sent) => {
  const { token, codes } = await setUpFactor(person, body, sent);
  await giveCookie(token);
  return { data: { codes } };
});
