// Short messages at the corner. What only informs goes by itself; an error stays until it is read.

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useState } from "react";
import { dismissToast, useStudio, type Toast } from "../state/studio";
import { Button } from "./Button";
import { IconButton } from "./IconButton";

const icons = { info: Info, success: CircleCheck, error: CircleAlert };
const milliseconds = { info: 6_000, success: 4_000, error: 15_000 };

export function Toasts() {
  const toasts = useStudio((now) => now.toasts);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, kind, text, action } = toast;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), milliseconds[kind]);
    return () => clearTimeout(timer);
  }, [id, kind, held]);
  const Icon = icons[kind];
  return (
    <div
      className={`toast ${kind}`}
      role={kind === "error" ? "alert" : "status"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <div className="toast-text">
        <div>{text}</div>
        {action && (
          <Button
            size="small"
            onPress={() => {
              action.run();
              dismissToast(id);
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton label="Dismiss" icon={X} size="small" placement="left" onPress={() => dismissToast(id)} />
    </div>
  );
}
