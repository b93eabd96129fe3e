import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyEntries } from "@/components/shell/early-entries";
import { EarlyScript } from "@/components/shell/early-script";
import { readTheme, themeAttribute, themeCookie } from "@/components/shell/theme";
import { fontClasses } from "./fonts";
import "./globals.css";

export const dynamic = "force-dynamic";

// No title ever names a patient: titles end up in histories, task bars and screen shares.
export const metadata: Metadata = { title: { default: "Courseline", template: "%s · Courseline" }, robots: { index: false, follow: false } };

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" className={fontClasses} data-theme={themeAttribute(theme)}>
      <body>
        <EarlyScript policy={(await headers()).get("content-security-policy")} />
        {children}
        <EarlyEntries />
      </body>
    </html>
  );
}
