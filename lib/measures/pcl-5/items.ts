/**
 * The twenty items of the PCL-5, word for word, with the DSM-5 cluster each belongs to. Developed by staff at
 * the VA's National Center for PTSD and not copyrighted (Weathers, Litz, Keane, Palmieri, Marx & Schnurr
 * 2013). The text is where CamCOPS (extra_strings/pcl5.xml), awell-score (pcl_5_inputs.ts) and VA's own VistA
 * records agree; CamCOPS drops the final "?" of item 10, and VA's week and day records print "super alert" in
 * item 17, where the printed month form has one word. Drifted copies are common, so a test pins every
 * character. Labels are ours.
 */
import type { Item } from "../measure";

export const items: readonly Item[] = [
  item(
    1, "B", "Unwanted memories",
    "Repeated, disturbing, and unwanted memories of the stressful experience?",
  ),
  item(2, "B", "Disturbing dreams", "Repeated, disturbing dreams of the stressful experience?"),
  item(
    3, "B", "Reliving",
    "Suddenly feeling or acting as if the stressful experience were actually happening again " +
      "(as if you were actually back there reliving it)?",
  ),
  item(
    4, "B", "Upset at reminders",
    "Feeling very upset when something reminded you of the stressful experience?",
  ),
  item(
    5, "B", "Physical reactions",
    "Having strong physical reactions when something reminded you of the stressful experience " +
      "(for example, heart pounding, trouble breathing, sweating)?",
  ),
  item(
    6, "C", "Avoiding memories",
    "Avoiding memories, thoughts, or feelings related to the stressful experience?",
  ),
  item(
    7, "C", "Avoiding reminders",
    "Avoiding external reminders of the stressful experience " +
      "(for example, people, places, conversations, activities, objects, or situations)?",
  ),
  item(8, "D", "Memory gaps", "Trouble remembering important parts of the stressful experience?"),
  item(
    9, "D", "Negative beliefs",
    "Having strong negative beliefs about yourself, other people, or the world " +
      "(for example, having thoughts such as: I am bad, there is something seriously wrong with me, " +
      "no one can be trusted, the world is completely dangerous)?",
  ),
  item(
    10, "D", "Blame",
    "Blaming yourself or someone else for the stressful experience or what happened after it?",
  ),
  item(
    11, "D", "Strong negative feelings",
    "Having strong negative feelings such as fear, horror, anger, guilt, or shame?",
  ),
  item(12, "D", "Loss of interest", "Loss of interest in activities that you used to enjoy?"),
  item(13, "D", "Feeling distant", "Feeling distant or cut off from other people?"),
  item(
    14, "D", "Few positive feelings",
    "Trouble experiencing positive feelings " +
      "(for example, being unable to feel happiness or have loving feelings for people close to you)?",
  ),
  item(15, "E", "Irritability", "Irritable behavior, angry outbursts, or acting aggressively?"),
  item(16, "E", "Risk taking", "Taking too many risks or doing things that could cause you harm?"),
  item(17, "E", "On guard", 'Being "superalert" or watchful or on guard?'),
  item(18, "E", "Easily startled", "Feeling jumpy or easily startled?"),
  item(19, "E", "Concentration", "Having difficulty concentrating?"),
  item(20, "E", "Sleep", "Trouble falling or staying asleep?"),
];

function item(number: number, cluster: "B" | "C" | "D" | "E", label: string, text: string): Item {
  return { number, text, label, cluster };
}
