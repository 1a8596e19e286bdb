import { useEffect, useRef } from "react";

export interface EditableTextProps {
  /** What it is the text of. */
  label: string;
  value: string;
  maxLength: number;
  className?: string;
  /** null: the person gave up. */
  onDone: (text: string | null) => void;
}

/** A text that is edited where it stands: Enter or leaving it keeps the text, Esc leaves it as it was. */
export function EditableText({ label, value, maxLength, className = "", onDone }: EditableTextProps) {
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (text: string | null) => {
    if (over.current) return;
    over.current = true;
    onDone(text);
  };
  return (
    <input
      ref={field}
      className={`editable-text ${className}`}
      aria-label={label}
      defaultValue={value}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") end(event.currentTarget.value);
        else if (event.key === "Escape") end(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
