import { route } from "@/app/api/answer";
import { samePerson } from "@/app/api/begun/same-person";
import { readBegun } from "@/lib/records/begun";
import { begunLook } from "@/lib/schemas/begun";

export const POST = route(null, begunLook, async ({ viewer, body: { of, names } }) => {
  samePerson(viewer, of);
  return { data: await readBegun(viewer, names) };
});
