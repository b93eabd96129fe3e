import { route } from "@/app/api/answer";
import { exportCohort } from "@/lib/records/cohort";
import { cohortExport } from "@/lib/schemas/cohort";

export const POST = route("cohort", cohortExport, async ({ viewer, body }) => ({ data: await exportCohort(viewer, body) }));
