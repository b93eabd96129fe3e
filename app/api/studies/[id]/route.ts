import { route } from "@/app/api/answer";
import { saveStudy } from "@/lib/records/studies";
import { studySave } from "@/lib/schemas/study";

export const PUT = route("cohort", studySave, async ({ viewer, id, body }) => ({
  status: body.version === 0 ? 201 : 200,
  data: { href: "/cohort/studies", ...(await saveStudy(viewer, id, body)) },
}));
