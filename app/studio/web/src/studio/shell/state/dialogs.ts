// The dialog that is open; one at a time.

import { create } from "zustand";

export type DialogName = "render" | "export" | "help" | "share";

export const useDialog = create<{ open: DialogName | null }>()(() => ({ open: null }));

export function openDialog(name: DialogName): void {
  useDialog.setState({ open: name });
}

export function closeDialog(): void {
  useDialog.setState({ open: null });
}
