import { routeBetween } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { passCode } from "@/lib/auth/second-step";
import { codeGiven } from "@/lib/schemas/account";

export const POST = routeBetween("factor", codeGiven, async (person, { code }, sent) => {
  await giveCookie(await passCode(person, code, sent));
  return { data: {} };
});
