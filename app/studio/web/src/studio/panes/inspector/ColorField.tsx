// A colour: a swatch that opens the browser's picker, and its name or hex as text. Both make one edit.

import { useEffect, useRef, useState } from "react";
import type { Vec3 } from "../../../protocol";
import { colorOfHex, colorValue, hexOf } from "./colors";

export interface ColorFieldProps {
  label: string;
  /** null: mixed, or none. */
  color: readonly number[] | null;
  /** The plain name of the colour. */
  colorName: string | null;
  isDisabled?: boolean;
  onCommit: (color: Vec3 | string) => void;
}

export function ColorField({ label, color, colorName, isDisabled = false, onCommit }: ColorFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  const latest = useRef(onCommit);
  latest.current = onCommit;
  const hex = color === null ? "" : hexOf(color);
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  // Enter makes the edit, and leaving the field afterwards must not make it again
  const sent = useRef<string | null>(null);

  useEffect(() => {
    setPicked(null);
    setTyped(null);
    sent.current = null;
  }, [hex]);

  // React calls onChange for each move in the picker; the event `change` comes once, when the person is done
  useEffect(() => {
    const field = picker.current;
    if (field === null) return;
    const done = () => {
      const value = colorOfHex(field.value);
      if (value !== null) latest.current(value);
    };
    field.addEventListener("change", done);
    return () => field.removeEventListener("change", done);
  }, []);

  const commit = () => {
    if (typed === null || typed === sent.current) return;
    const value = colorValue(typed);
    setWrong(typed.trim() !== "" && value === null);
    if (typed.trim() === "" || typed === hex) {
      setTyped(null);
    } else if (value !== null) {
      sent.current = typed;
      onCommit(value);
    }
  };

  return (
    <div className={`color-field ${wrong ? "wrong" : ""}`}>
      <input
        ref={picker}
        type="color"
        className="color-swatch"
        aria-label={`${label}: choose`}
        value={picked ?? (hex === "" ? "#808080" : hex)}
        data-mixed={color === null}
        disabled={isDisabled}
        onChange={(event) => setPicked(event.target.value)}
      />
      <span className="color-label cut">{label}</span>
      <input
        className="color-text"
        aria-label={`${label}: name or hex`}
        aria-invalid={wrong}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        placeholder={color === null ? "mixed" : ""}
        value={typed ?? picked ?? hex}
        title={wrong ? "This is no hex such as #3366aa." : "A name such as navy, or a hex such as #3366aa"}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setTyped(null);
        }}
      />
      <span className="color-name muted cut">{colorName ?? ""}</span>
    </div>
  );
}
