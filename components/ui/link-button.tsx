import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook } from "./button-look";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook;
}

// Pages here are read afresh and their opening is recorded, so nothing is fetched ahead of the click.
export function LinkButton({ look = "primary", ...rest }: LinkButtonProps) {
  return <Link prefetch={false} {...rest} className={buttonLook(look)} />;
}
