import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { readTheme, themeCookie } from "@/components/shell/theme";
import { currentViewer } from "@/lib/auth/gate";
import { longest } from "@/lib/auth/sign-ins";
import { linksOf } from "./links";

// The frame around every page. It guards nothing: each page asks for its viewer itself.
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const [viewer, jar] = await Promise.all([currentViewer(), cookies()]);
  if (!viewer) return children;
  return (
    <Shell
      person={{ id: viewer.userId, name: viewer.name, role: viewer.roles.join(", "), email: viewer.email }}
      idleSeconds={longest.idleMinutes * 60}
      links={linksOf(viewer)}
      synthetic={viewer.organisation.synthetic}
      theme={readTheme(jar.get(themeCookie)?.value)}
    >
      {children}
    </Shell>
  );
}
