import { route } from "@/app/api/answer";
import { removeStudy } from "@/lib/records/studies";
import { studyRemoval } from "@/lib/schemas/study";

export const POST = route("cohort", studyRemoval, async ({ viewer, id, body }) => ({
  data: { href: "/cohort/studies", ...(await removeStudy(viewer, id, body)) },
}));
