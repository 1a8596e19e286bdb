import type { LucideIcon } from "lucide-react";
import { Button, ToggleButton } from "react-aria-components";
import { Tip, type Placement } from "./Tip";

interface IconProps {
  /** Its name, which the tooltip shows as well. */
  label: string;
  icon: LucideIcon;
  /** Keys that do the same, such as `Ctrl+Z`. */
  shortcut?: string | undefined;
  isDisabled?: boolean;
  size?: "small" | "medium";
  outlined?: boolean;
  placement?: Placement;
  className?: string;
}

export interface IconButtonProps extends IconProps {
  onPress: () => void;
}

export interface ToggleIconButtonProps extends IconProps {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
}

function classes({ size = "medium", outlined = false, className = "" }: IconProps): string {
  return `icon-button ${size} ${outlined ? "outlined" : ""} ${className}`;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, shortcut, isDisabled = false, size = "medium", placement = "bottom", onPress } = props;
  return (
    <Tip label={label} shortcut={shortcut} placement={placement}>
      <Button className={classes(props)} aria-label={label} isDisabled={isDisabled} onPress={onPress}>
        <Icon size={size === "small" ? 14 : 16} aria-hidden />
      </Button>
    </Tip>
  );
}

export function ToggleIconButton(props: ToggleIconButtonProps) {
  const { label, icon: Icon, shortcut, isDisabled = false, size = "medium", placement = "bottom", isSelected, onChange } = props;
  return (
    <Tip label={label} shortcut={shortcut} placement={placement}>
      <ToggleButton className={classes(props)} aria-label={label} isDisabled={isDisabled} isSelected={isSelected} onChange={onChange}>
        <Icon size={size === "small" ? 14 : 16} aria-hidden />
      </ToggleButton>
    </Tip>
  );
}
