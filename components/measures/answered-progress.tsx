"use client";

import { useWatch, type Control } from "react-hook-form";
import type { FormValues } from "./answers";

export function AnsweredProgress({ control, count }: { control: Control<FormValues>; count: number }) {
  const ratings = useWatch({ control, name: "ratings" });
  return (
    <progress
      max={count}
      value={ratings.filter((rating) => rating !== null).length}
      aria-label="Items answered"
    />
  );
}
