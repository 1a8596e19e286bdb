// The small parts that all panes are made of. Texts go in as React text alone.
export { Button, type ButtonProps } from "./Button";
export { ConfirmDialog, Dialog, type DialogProps } from "./Dialog";
export { EditableText, type EditableTextProps } from "./EditableText";
export {
  Checkbox,
  NumberField,
  SearchField,
  SelectField,
  Slider,
  Switch,
  TextField,
  type NumberFieldProps,
  type SearchFieldProps,
  type SelectFieldProps,
  type SelectOption,
  type SliderProps,
  type TextFieldProps,
  type ToggleProps,
} from "./Fields";
export { IconButton, ToggleIconButton, type IconButtonProps, type ToggleIconButtonProps } from "./IconButton";
export { Keys, keyNames } from "./Keys";
export { ContextMenu, MenuButton, type MenuEntries, type MenuEntry } from "./Menu";
export { PopoverButton } from "./PopoverButton";
export { Segmented, type Segment } from "./Segmented";
export { Badge, EmptyState, Notice, ProgressBar, Section, Spinner, type Tone } from "./States";
export { Tabs, type TabItem } from "./Tabs";
export { Tip, type Placement } from "./Tip";
export { Toasts } from "./Toasts";
export { useLate } from "./late";
