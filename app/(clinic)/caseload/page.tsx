import type { Metadata } from "next";
import { Caseload } from "@/components/patients/caseload";
import { EmergencyLink } from "@/components/patients/emergency-link";
import { requireViewer } from "@/lib/auth/gate";
import { may } from "@/lib/auth/rights";
import { ruleFor } from "@/lib/change/rules";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { readCaseload } from "@/lib/records/caseload";
import { readViews } from "@/lib/records/saved-views";
import { caseloadAsk } from "@/lib/schemas/caseload";

export const metadata: Metadata = { title: "Caseload" };

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const viewer = await requireViewer("/caseload", "care");
  const decides = may(viewer, "treat");
  const { filter, reason, team, protocol, sort, direction, after, before } = await searchParams;
  const parsed = caseloadAsk.safeParse({ filter, reason, team, protocol, sort, direction, after, before });
  const ask = parsed.success ? parsed.data : caseloadAsk.parse({});
  const [caseload, views] = await Promise.all([readCaseload(viewer, ask), readViews(viewer)]);
  const rule = ruleFor(pcl5.id, viewer.organisation.settings);
  const { query, ...view } = ask;
  void query;
  return (
    <>
      <h1>Caseload</h1>
      <Caseload page={caseload} view={view} views={views} max={pcl5.range.max} addHref={decides ? "/patients/new" : null} rule={{ name: rule?.name ?? "", href: `/measures/${pcl5.id}#${rule?.id ?? "rules"}` }} />
      {decides && <EmergencyLink />}
    </>
  );
}
