import { zodResolver } from "@hookform/resolvers/zod";
import { patientFields } from "@/lib/schemas/patient";

export const patientRules = zodResolver(patientFields);
