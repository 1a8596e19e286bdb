import { useEffect, useSyncExternalStore } from "react";
import { useStudio } from "../../state/studio";

const light = "(prefers-color-scheme: light)";

function watchSystem(listener: () => void): () => void {
  const query = matchMedia(light);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** The theme that is in view: what was chosen, or what the system asks for. */
export function useShownTheme(): "dark" | "light" {
  const theme = useStudio((now) => now.theme);
  const system = useSyncExternalStore(watchSystem, () => (matchMedia(light).matches ? "light" : "dark"));
  return theme === "system" ? system : theme;
}

/** Puts the theme on the page. */
export function useTheme(): void {
  const shown = useShownTheme();
  useEffect(() => {
    document.documentElement.dataset["theme"] = shown;
  }, [shown]);
}
