import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button";
import { IconButton } from "./IconButton";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that does it last. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large" | "full";
  role?: "dialog" | "alertdialog";
  /** It holds only text: then the text itself has the focus, so that keys can scroll it. */
  isText?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, footer, size = "medium", role = "dialog", isText = false }: DialogProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === "dialog"}
    >
      <Modal className={`modal ${size}`}>
        <AriaDialog className="dialog" role={role}>
          <header>
            <Heading slot="title" level={2} className="cut">
              {title}
            </Heading>
            <IconButton label="Close" shortcut="Esc" icon={X} onPress={onClose} />
          </header>
          <div className="dialog-body" {...(isText && { tabIndex: 0, role: "region", "aria-label": title })}>
            {children}
          </div>
          {footer !== undefined && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  children,
  confirm,
  onConfirm,
  danger = false,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** What the button says: the verb of what is done. */
  confirm: string;
  onConfirm: () => void;
  danger?: boolean;
}) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant={danger ? "danger" : "primary"}
            autoFocus
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
