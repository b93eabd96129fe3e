import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { clinicSettings } from "@/lib/schemas/settings";
import type { SettingsValues } from "./settings-values";

export const settingsRules = zodResolver(clinicSettings) as unknown as Resolver<SettingsValues>;
