import { route } from "@/app/api/answer";
import { saveSettings } from "@/lib/records/settings";
import { settingsSave } from "@/lib/schemas/settings";

export const PUT = route("administer", settingsSave, async ({ viewer, body }) => ({
  data: { href: "/admin/settings", ...(await saveSettings(viewer, body)) },
}));
