// Where a person may go, by what they may do: the links of the frame, and the page they begin on.
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { ShellLink } from "@/components/shell/shell-nav";

type Person = Pick<Viewer, "roles">;

export function linksOf(viewer: Person): [ShellLink, ...ShellLink[]] {
  const care: ShellLink[] = may(viewer, "care")
    ? [
        { href: "/caseload", label: "Caseload", covers: "/patients" },
        { href: "/today", label: "Today" },
        { href: "/room", label: "Dosing room" },
      ]
    : [];
  const files: ShellLink[] = may(viewer, "treat") ? [{ href: "/import", label: "Files" }] : [];
  const admin: ShellLink[] = may(viewer, "administer") ? [{ href: "/admin", label: "Admin" }] : [];
  const own: ShellLink[] = [
    ...(may(viewer, "audit") ? [{ href: "/trail", label: "Trail" }, { href: "/emergencies", label: "Emergencies" }] : []),
    ...(may(viewer, "cohort") ? [{ href: "/cohort", label: "Cohort" }] : []),
  ];
  const textbook: ShellLink[] = [{ href: "/measures", label: "Measures" }, { href: "/attention", label: "Attention" }];
  return (care.length > 0 ? [...care, ...textbook, ...files, ...admin, ...own] : [...admin, ...own, ...textbook]) as [ShellLink, ...ShellLink[]];
}

export function homeOf(viewer: Person): string {
  return linksOf(viewer)[0].href;
}
