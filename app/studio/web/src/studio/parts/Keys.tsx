// Keys as people see them on their keyboard.

const apple = /Mac|iPhone|iPad/.test(typeof navigator === "undefined" ? "" : navigator.platform);

const appleNames: Record<string, string> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧", Del: "⌫" };

/** `Ctrl+Shift+Z` as the keys of this machine. */
export function keyNames(shortcut: string): string[] {
  return shortcut.split("+").map((key) => (apple ? (appleNames[key] ?? key) : key));
}

export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className="keys">
      {keyNames(shortcut).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
