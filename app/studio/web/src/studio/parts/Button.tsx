import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

export interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  variant?: "default" | "primary" | "quiet" | "danger";
  size?: "small" | "medium" | "large";
  icon?: LucideIcon;
  isDisabled?: boolean;
  /** Work that it started still runs: it shows that, and cannot be pressed. */
  isPending?: boolean;
  type?: "button" | "submit";
  autoFocus?: boolean;
  /** Its name for screen readers, where the text does not say enough. */
  label?: string;
  className?: string;
  slot?: string;
}

export function Button({
  children,
  onPress,
  variant = "default",
  size = "medium",
  icon: Icon,
  isDisabled = false,
  isPending = false,
  type = "button",
  autoFocus = false,
  label,
  className = "",
  slot,
}: ButtonProps) {
  return (
    <AriaButton
      className={`button ${variant} ${size} ${className}`}
      isDisabled={isDisabled}
      isPending={isPending}
      type={type}
      autoFocus={autoFocus}
      {...(onPress && { onPress })}
      {...(label !== undefined && { "aria-label": label })}
      {...(slot !== undefined && { slot })}
    >
      {isPending ? <LoaderCircle className="spinner" size={14} aria-hidden /> : Icon && <Icon size={size === "large" ? 16 : 14} aria-hidden />}
      {children}
    </AriaButton>
  );
}
