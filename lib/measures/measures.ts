/**
 * The registry: every measure Courseline can record, one line each, in the order in which pages list them. Pages,
 * forms and exports find a measure here by its id, the string that is stored with each assessment.
 */
import type { Measure } from "./measure";
import { auditC } from "./audit-c/definition";
import { bIpf } from "./b-ipf/definition";
import { cSsrs } from "./c-ssrs/definition";
import { cadss6 } from "./cadss-6/definition";
import { cadss } from "./cadss/definition";
import { caps5 } from "./caps-5/definition";
import { gad7 } from "./gad-7/definition";
import { hamD } from "./ham-d/definition";
import { isi } from "./isi/definition";
import { madrs } from "./madrs/definition";
import { pcPtsd5 } from "./pc-ptsd-5/definition";
import { pcl5 } from "./pcl-5/definition";
import { phq9 } from "./phq-9/definition";
import { qidsSr16 } from "./qids-sr16/definition";
import { wsas } from "./wsas/definition";

export const measures: readonly Measure[] = [
  pcl5,
  phq9,
  gad7,
  pcPtsd5,
  auditC,
  bIpf,
  caps5,
  cSsrs,
  madrs,
  hamD,
  qidsSr16,
  isi,
  wsas,
  cadss,
  cadss6,
];

/**
 * The measure with this id, or null. Example: findMeasure("pcl-5") is the PCL-5; findMeasure("pcl-c"), an
 * older checklist for DSM-IV, is null.
 */
export function findMeasure(id: string): Measure | null {
  return measures.find((measure) => measure.id === id) ?? null;
}
