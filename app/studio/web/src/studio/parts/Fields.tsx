import { Check, ChevronDown, ChevronUp, ChevronsUpDown, Search, X } from "lucide-react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import {
  Button,
  Checkbox as AriaCheckbox,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField as AriaNumberField,
  Popover,
  SearchField as AriaSearchField,
  Select,
  SelectValue,
  Slider as AriaSlider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
} from "react-aria-components";
import { Keys } from "./Keys";

interface FieldProps {
  label: string;
  /** The label is for screen readers alone. */
  hideLabel?: boolean;
  /** A sentence below the field. */
  note?: ReactNode;
  /** What is wrong with the value, and what to do. */
  error?: string | null | undefined;
  isDisabled?: boolean;
  className?: string;
}

function Notes({ note, error }: { note: ReactNode; error: string | null | undefined }) {
  const wrong = error != null && error !== "";
  return (
    <>
      {note != null && !wrong && (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      {wrong && (
        <Text slot="errorMessage" className="field-error">
          {error}
        </Text>
      )}
    </>
  );
}

const labelClass = (hidden: boolean) => (hidden ? "unseen" : "field-label");

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Several lines. */
  multiline?: boolean;
  rows?: number;
  type?: "text" | "password" | "url";
  autoFocus?: boolean;
  maxLength?: number;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel = false, note, error, isDisabled = false, className = "", value, onChange, multiline = false, rows = 3 } = props;
  const shared = {
    className: "input",
    ...(props.placeholder !== undefined && { placeholder: props.placeholder }),
    ...(props.onKeyDown && { onKeyDown: props.onKeyDown }),
    ...(props.onBlur && { onBlur: props.onBlur }),
    ...(props.inputRef && { ref: props.inputRef }),
  };
  return (
    <AriaTextField
      className={`field ${className}`}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={error != null && error !== ""}
      type={props.type ?? "text"}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
    >
      <Label className={labelClass(hideLabel)}>{label}</Label>
      {multiline ? <TextArea {...shared} rows={rows} /> : <Input {...shared} />}
      <Notes note={note} error={error} />
    </AriaTextField>
  );
}

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  shortcut?: string;
  onSubmit?: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, placeholder = "Search", shortcut, className = "" } = props;
  return (
    <AriaSearchField
      className={`search-field ${className}`}
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(props.onSubmit && { onSubmit: props.onSubmit })}
      {...(props.onKeyDown && { onKeyDown: props.onKeyDown })}
    >
      <Group className="field-group">
        <Search size={14} aria-hidden />
        <Input placeholder={placeholder} {...(props.inputRef && { ref: props.inputRef })} />
        {value === "" && shortcut !== undefined ? (
          <Keys shortcut={shortcut} />
        ) : (
          <Button className="icon-button small" aria-label="Clear the search">
            <X size={14} aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** NaN: empty. */
  value: number;
  onChange: (value: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Stands after the number: `m`, `px`. */
  unit?: string;
  /** Most digits after the point. */
  digits?: number;
  placeholder?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel = false, note, error, isDisabled = false, className = "", value, onChange, unit, digits = 3 } = props;
  return (
    <AriaNumberField
      className={`field ${className}`}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={error != null && error !== ""}
      formatOptions={{ maximumFractionDigits: digits, useGrouping: false }}
      {...(props.min !== undefined && { minValue: props.min })}
      {...(props.max !== undefined && { maxValue: props.max })}
      {...(props.step !== undefined && { step: props.step })}
    >
      <Label className={labelClass(hideLabel)}>{label}</Label>
      <Group className="field-group numbers">
        <Input {...(props.placeholder !== undefined && { placeholder: props.placeholder })} />
        {unit !== undefined && <span className="unit">{unit}</span>}
        <span className="stepper">
          <Button slot="increment">
            <ChevronUp size={10} aria-hidden />
          </Button>
          <Button slot="decrement">
            <ChevronDown size={10} aria-hidden />
          </Button>
        </span>
      </Group>
      <Notes note={note} error={error} />
    </AriaNumberField>
  );
}

export interface SelectOption {
  id: string;
  label: string;
  note?: string;
  isDisabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly SelectOption[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
}

export function SelectField(props: SelectFieldProps) {
  const { label, hideLabel = false, note, error, isDisabled = false, className = "", options, value, onChange, placeholder } = props;
  return (
    <Select
      className={`field ${className}`}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isDisabled={isDisabled}
      isInvalid={error != null && error !== ""}
      {...(placeholder !== undefined && { placeholder })}
    >
      <Label className={labelClass(hideLabel)}>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronsUpDown size={14} aria-hidden />
      </Button>
      <Notes note={note} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={options}>
          {(option) => (
            <ListBoxItem className="menu-item" id={option.id} textValue={option.label} isDisabled={option.isDisabled ?? false}>
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Check size={14} aria-hidden />}</span>
                  <span className="menu-label">
                    <Text slot="label">{option.label}</Text>
                    {option.note !== undefined && <Text slot="description">{option.note}</Text>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

export interface ToggleProps {
  children: ReactNode;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
}

export function Switch({ children, isSelected, onChange, isDisabled = false }: ToggleProps) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="track" />
      {children}
    </AriaSwitch>
  );
}

export function Checkbox({ children, isSelected, onChange, isDisabled = false }: ToggleProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}

export interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
  /** Called once, when the person lets go. */
  onChangeEnd?: (value: number) => void;
  /** The value in words, in place of the number. */
  shown?: string;
  isDisabled?: boolean;
}

export function Slider({ label, value, min, max, step = 0.01, onChange, onChangeEnd, shown, isDisabled = false }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => onChange(next as number)}
      isDisabled={isDisabled}
      {...(onChangeEnd && { onChangeEnd: (next: number | number[]) => onChangeEnd(next as number) })}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput>{shown ?? String(value)}</SliderOutput>
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <div className="slider-fill" style={{ width: `calc(${state.getThumbPercent(0) * 100}% + 7px)` }} />
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
