import { AlertTriangle, ChevronRight, CircleAlert, CircleCheck, Info, LoaderCircle, type LucideIcon } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { Button as AriaButton, Label, ProgressBar as AriaProgressBar } from "react-aria-components";

/** What stands where nothing is yet, and says what to do. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <Icon size={28} strokeWidth={1.5} aria-hidden />
      <p className="empty-title">{title}</p>
      {children !== undefined && <div>{children}</div>}
      {action !== undefined && <div className="empty-actions">{action}</div>}
    </div>
  );
}

/** `value` from 0 to 1; null: nobody knows how long it takes. */
export function ProgressBar({ label, value, hideLabel = false }: { label: string; value: number | null; hideLabel?: boolean }) {
  const known = value !== null;
  return (
    <AriaProgressBar
      className={`progress ${known ? "" : "unknown"}`}
      minValue={0}
      maxValue={1}
      isIndeterminate={!known}
      {...(known && { value })}
      {...(hideLabel && { "aria-label": label })}
    >
      {({ percentage, valueText }) => (
        <>
          {!hideLabel && <Label className="progress-label cut">{label}</Label>}
          {!hideLabel && <span className="progress-value">{known ? valueText : ""}</span>}
          <div className="progress-track">
            <div className="progress-fill" {...(known && { style: { width: `${percentage}%` } })} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}

export function Spinner({ label, size = 16 }: { label: string; size?: number }) {
  return <LoaderCircle className="spinner" size={size} role="img" aria-label={label} />;
}

export type Tone = "info" | "accent" | "good" | "warn" | "bad";

export function Badge({ children, tone = "info" }: { children: ReactNode; tone?: Tone }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

const noticeIcons: Record<Tone, LucideIcon> = { info: Info, accent: Info, good: CircleCheck, warn: AlertTriangle, bad: CircleAlert };

/** A remark within a pane. `action`: a button at its end. */
export function Notice({ tone = "info", title, children, action }: { tone?: Tone; title?: string; children?: ReactNode; action?: ReactNode }) {
  const Icon = noticeIcons[tone];
  return (
    <div className={`notice ${tone}`} role={tone === "bad" ? "alert" : "note"}>
      <Icon size={14} aria-hidden />
      <div className="notice-text">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}

/** A part of a pane with a heading, which can be closed. `actions` stand beside the heading. */
export function Section({ title, defaultOpen = true, actions, children }: { title: string; defaultOpen?: boolean; actions?: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(defaultOpen);
  const body = useId();
  return (
    <div className="section">
      <div className="section-head">
        <h2>
          <AriaButton className="section-toggle" aria-expanded={open} aria-controls={body} onPress={() => setOpen(!open)}>
            <ChevronRight size={14} aria-hidden />
            {title}
          </AriaButton>
        </h2>
        {actions}
      </div>
      <div id={body} className="section-body" hidden={!open}>
        {children}
      </div>
    </div>
  );
}
