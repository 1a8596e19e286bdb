// Whether the catalogue is open over the viewport, for the button, the key and whatever else leads there.

import { create } from "zustand";

export const useAdding = create<{ open: boolean }>()(() => ({ open: false }));

export function openAdding(open = true): void {
  useAdding.setState({ open });
}
