import type { ComponentProps, ReactNode } from "react";
import { buttonLook, type ButtonLook } from "./button-look";

interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook;
  /** While its request is under way: keeps the focus, swallows further presses, says so. */
  busy?: boolean;
  busyWords?: ReactNode;
}

export function Button({
  look = "primary",
  busy = false,
  busyWords,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const { children, ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={type}
      className={buttonLook(look)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? (busyWords ?? children) : children}
    </button>
  );
}
