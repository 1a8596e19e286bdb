// A text that is one edit when the person has typed it: at Enter, or when the field is left. Escape gives it up.

import { useEffect, useRef, useState } from "react";
import { TextField } from "../../parts";

export interface TextCommitProps {
  label: string;
  value: string;
  placeholder?: string;
  /** A tooltip. */
  title?: string;
  onCommit: (value: string) => Promise<{ ok: boolean }>;
}

export function TextCommit({ label, value, placeholder, title, onCommit }: TextCommitProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // Enter makes the edit, and leaving the field afterwards must not make it again
  const sent = useRef<string | null>(null);
  useEffect(() => {
    setTyped(null);
    sent.current = null;
  }, [value]);
  const commit = async () => {
    const next = (typed ?? value).trim();
    if (next === value || next === "") {
      setTyped(null);
      return;
    }
    if (next === sent.current) return;
    sent.current = next;
    const outcome = await onCommit(next);
    if (outcome.ok) return;
    sent.current = null;
    setTyped(null);
  };
  return (
    <div title={title}>
      <TextField
        label={label}
        value={typed ?? value}
        onChange={setTyped}
        maxLength={400}
        {...(placeholder !== undefined && { placeholder })}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void commit();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    </div>
  );
}
