import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { readTheme, themeCookie } from "@/components/shell/theme";
import { currentViewer } from "@/lib/auth/gate";
import { longest } from "@/lib/auth/sign-ins";

const caseload = { href: "/caseload", label: "Caseload", covers: "/patients" };
const today = { href: "/today", label: "Today" };
const room = { href: "/room", label: "Dosing room" };
const measures = { href: "/measures", label: "Measures" };
const attention = { href: "/attention", label: "Attention" };
const admin = { href: "/admin", label: "Admin" };

// The frame around every page. It guards nothing: each page asks for its viewer itself.
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const [viewer, jar] = await Promise.all([currentViewer(), cookies()]);
  if (!viewer) return children;
  const [clinician, administrator] = [viewer.roles.includes("clinician"), viewer.roles.includes("administrator")];
  return (
    <Shell
      person={{ id: viewer.userId, name: viewer.name, role: viewer.roles.join(", "), email: viewer.email }}
      idleSeconds={longest.idleMinutes * 60}
      links={clinician ? [caseload, today, room, measures, attention, ...(administrator ? [admin] : [])] : [admin, measures, attention]}
      synthetic={viewer.organisation.synthetic}
      theme={readTheme(jar.get(themeCookie)?.value)}
    >
      {children}
    </Shell>
  );
}
