// The foot of a dialog that starts a job: what went wrong, what else can be done, Cancel, and the button that starts it.

import type { LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "../../parts";
import { toast } from "../../state/studio";
import { closeDialog } from "../state/dialogs";
import { showTab } from "../state/shell";

export interface JobFooterProps {
  /** What the button says: the verb of what is done. */
  verb: string;
  icon: LucideIcon;
  isDisabled?: boolean;
  /** Starts the job; an error of it is shown here, and the dialog stays. */
  start: () => Promise<unknown>;
  /** What the person hears when it has begun. */
  begun: string;
  /** Stands at the left. */
  children?: ReactNode;
}

export function JobFooter({ verb, icon, isDisabled = false, start, begun, children }: JobFooterProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    setPending(true);
    setFailure(null);
    try {
      await start();
      closeDialog();
      showTab("jobs");
      toast("info", begun);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {failure !== null && (
        <p className="footer-error" role="alert">
          {failure}
        </p>
      )}
      {children}
      <span className="bar-space" />
      <Button onPress={closeDialog}>Cancel</Button>
      <Button variant="primary" icon={icon} isPending={pending} isDisabled={isDisabled} onPress={() => void press()}>
        {verb}
      </Button>
    </>
  );
}
