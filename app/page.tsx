import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/gate";

export default async function Home() {
  const viewer = await requireViewer("/");
  redirect(viewer.roles.includes("clinician") ? "/caseload" : "/admin");
}
