import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/gate";
import { homeOf } from "./(clinic)/links";

export default async function Home() {
  const viewer = await requireViewer("/");
  redirect(homeOf(viewer));
}
