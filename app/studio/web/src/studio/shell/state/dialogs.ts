// The dialog that is open; one at a time.

import { create } from "zustand";
import { useStudio } from "../../state/studio";

export type DialogName = "render" | "export" | "help" | "share";

export const useDialog = create<{ open: DialogName | null }>()(() => ({ open: null }));

export function openDialog(name: DialogName): void {
  useDialog.setState({ open: name });
}

export function closeDialog(): void {
  useDialog.setState({ open: null });
}

/** A dialog is about the scene that it was opened in. Called once. */
export function beginDialogs(): void {
  useStudio.subscribe((now, before) => {
    if (now.session?.id !== before.session?.id) closeDialog();
  });
}
