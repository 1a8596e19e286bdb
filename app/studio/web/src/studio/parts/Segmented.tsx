import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

export interface Segment {
  id: string;
  label: string;
  icon?: LucideIcon;
  isDisabled?: boolean;
}

/** One of a few, all of them in view. */
export function Segmented<Id extends string>({
  label,
  options,
  value,
  onChange,
  className = "",
}: {
  label: string;
  options: readonly (Segment & { id: Id })[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}) {
  return (
    <ToggleButtonGroup
      className={`segmented ${className}`}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(key as Id);
      }}
    >
      {options.map(({ id, label: name, icon: Icon, isDisabled = false }) => (
        <ToggleButton key={id} id={id} isDisabled={isDisabled}>
          {Icon && <Icon size={14} aria-hidden />}
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
