// A field for a number that can be typed, dragged, and stepped by the arrow keys. Every change is one edit: it is made when the person lets go.

import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { readEntry, scrubbed, shownNumber, type Entry, type Units } from "./numbers";

export interface ScrubFieldProps {
  label: string;
  /** Its name for screen readers, where the label is a letter. */
  name?: string;
  /** null: the things that are selected have different values. */
  value: number | null;
  unit?: string;
  units: Units;
  /** Of a drag by two pixels, and of an arrow key. */
  step: number;
  digits: number;
  min?: number;
  max?: number;
  isDisabled?: boolean;
  onCommit: (entry: Entry) => void;
  /** Called while the person drags; null: the drag is over or was given up. */
  onPreview?: (value: number | null) => void;
}

/** Arrow keys are one edit when they rest for so long. */
const restMilliseconds = 450;

export function ScrubField(props: ScrubFieldProps) {
  const { label, name, value, unit, units, step, digits, min, max, isDisabled = false, onCommit, onPreview } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const drag = useRef<{ x: number; start: number; moved: boolean } | null>(null);
  const stepped = useRef<{ value: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const commitStep = useRef<() => void>(() => undefined);

  // a value that comes from the scene ends what is shown in its place
  useEffect(() => {
    setDragged(null);
  }, [value]);
  useEffect(() => () => commitStep.current(), []);

  const within = (wanted: number) => Math.min(Math.max(wanted, min ?? -Infinity), max ?? Infinity);
  const bounded = (entry: Entry): Entry => (old) => within(entry(old));
  const shown = typed ?? (dragged !== null ? shownNumber(dragged, digits) : value === null ? "" : shownNumber(value, digits));

  const commitTyped = () => {
    if (typed === null) return;
    const entry = readEntry(typed, units);
    if (typed.trim() === "" || (value !== null && typed === shownNumber(value, digits))) {
      setTyped(null);
      setWrong(false);
    } else if (entry === null) {
      setWrong(true);
    } else {
      setTyped(null);
      setWrong(false);
      onCommit(bounded(entry));
    }
  };

  commitStep.current = () => {
    const now = stepped.current;
    if (now === null) return;
    clearTimeout(now.timer);
    stepped.current = null;
    onCommit(() => now.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      commitTyped();
      event.currentTarget.select();
    } else if (event.key === "Escape") {
      setTyped(null);
      setWrong(false);
      event.currentTarget.blur();
    } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && value !== null) {
      event.preventDefault();
      const fine = step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
      const next = within((stepped.current?.value ?? value) + (event.key === "ArrowUp" ? fine : -fine));
      if (stepped.current !== null) clearTimeout(stepped.current.timer);
      stepped.current = { value: next, timer: setTimeout(() => commitStep.current(), restMilliseconds) };
      setTyped(null);
      setDragged(next);
      onPreview?.(next);
    }
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (isDisabled || value === null || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, start: value, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (now === null) return;
    const pixels = event.clientX - now.x;
    if (!now.moved && Math.abs(pixels) < 3) return;
    now.moved = true;
    const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    const next = scrubbed(now.start, pixels, step, { shift: event.shiftKey, alt: event.altKey }, limits);
    setDragged(next);
    onPreview?.(next);
  };
  const onPointerUp = () => {
    const now = drag.current;
    drag.current = null;
    if (now === null) return;
    if (!now.moved) {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement) {
        field.focus();
        field.select();
      }
    } else if (dragged !== null && dragged !== value) {
      onCommit(() => dragged);
    } else {
      onPreview?.(null);
    }
  };
  const giveUp = () => {
    drag.current = null;
    setDragged(null);
    onPreview?.(null);
  };

  return (
    <div className={`scrub ${wrong ? "wrong" : ""} ${isDisabled ? "disabled" : ""}`}>
      <label
        htmlFor={id}
        className="scrub-label"
        title={isDisabled ? "" : "Drag to change; Shift is faster, Alt finer"}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={giveUp}
      >
        {label}
      </label>
      <input
        id={id}
        aria-label={name ?? label}
        className="numbers"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={shown}
        placeholder={value === null ? "mixed" : ""}
        disabled={isDisabled}
        aria-invalid={wrong}
        title={wrong ? "This is no number. Type one, a sum such as 1.2+0.3, or a change such as +=0.5." : ""}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          commitTyped();
          commitStep.current();
        }}
        onKeyDown={onKeyDown}
      />
      {unit !== undefined && <span className="scrub-unit">{unit}</span>}
      {wrong && (
        <span className="scrub-wrong" role="alert">
          This is no number. Type one, a sum such as 1.2+0.3, or a change such as +=0.5.
        </span>
      )}
    </div>
  );
}
