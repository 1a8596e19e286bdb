// The bar at the top: where one is, what was done, and what leaves the page.

import { CircleAlert, CircleHelp, CloudOff, Download, ImagePlay, LoaderCircle, Monitor, Moon, PanelBottom, PanelLeft, PanelRight, Redo2, Sun, Undo2, CircleCheck } from "lucide-react";
import { Button as AriaButton, Toolbar } from "react-aria-components";
import { Button, IconButton, MenuButton, Tip, ToggleIconButton, useLate } from "../parts";
import { openPlace, stepHistory, toast, useStudio, type Theme } from "../state/studio";
import { Logo } from "./Logo";
import { SceneTitle } from "./SceneTitle";
import { ShareButton } from "./ShareButton";
import { openDialog } from "./state/dialogs";
import { setShell, setTheme, useShell } from "./state/shell";

export function TopBar() {
  const user = useStudio((now) => now.session?.user ?? null);
  const ready = useStudio((now) => now.scene !== null);
  const canUndo = useStudio((now) => now.scene?.canUndo ?? false);
  const canRedo = useStudio((now) => now.scene?.canRedo ?? false);
  const { leftOpen, rightOpen, drawerOpen } = useShell();
  return (
    <header className="top-bar">
      <Tip label="All scenes">
        <AriaButton className="icon-button home" aria-label="All scenes" onPress={() => void home()}>
          <Logo size={20} />
        </AriaButton>
      </Tip>
      <SceneTitle />
      <Toolbar className="bar-group" aria-label="History">
        <IconButton label="Undo" shortcut="Ctrl+Z" icon={Undo2} isDisabled={!canUndo} onPress={() => void stepHistory("undo")} />
        <IconButton label="Redo" shortcut="Ctrl+Shift+Z" icon={Redo2} isDisabled={!canRedo} onPress={() => void stepHistory("redo")} />
      </Toolbar>
      <SavedState />
      <span className="bar-space" />
      <Toolbar className="bar-group" aria-label="Panels">
        <ToggleIconButton label="Outliner" shortcut="Alt+O" icon={PanelLeft} isSelected={leftOpen} onChange={(open) => setShell({ leftOpen: open })} />
        <ToggleIconButton label="Drawer" shortcut="Alt+B" icon={PanelBottom} isSelected={drawerOpen} onChange={(open) => setShell({ drawerOpen: open })} />
        <ToggleIconButton label="Panes" shortcut="Alt+P" icon={PanelRight} isSelected={rightOpen} onChange={(open) => setShell({ rightOpen: open })} />
      </Toolbar>
      <span className="bar-line" />
      <ThemeMenu />
      <IconButton label="Shortcuts and help" shortcut="?" icon={CircleHelp} onPress={() => openDialog("help")} />
      <span className="bar-line" />
      <Toolbar className="bar-group wide" aria-label="Output">
        <ShareButton isDisabled={!ready} />
        <Button icon={Download} isDisabled={!ready} onPress={() => openDialog("export")}>
          Export
        </Button>
        <Button icon={ImagePlay} variant="primary" isDisabled={!ready} onPress={() => openDialog("render")}>
          Render
        </Button>
      </Toolbar>
      {user !== null && (
        <span className="user-mark" title={`Logged in as ${user}`} aria-label={`Logged in as ${user}`} role="img">
          {user.slice(0, 2).toUpperCase()}
        </span>
      )}
    </header>
  );
}

async function home(): Promise<void> {
  try {
    await openPlace(null);
  } catch (error) {
    toast("error", error instanceof Error ? error.message : String(error));
  }
}

function SavedState() {
  const pending = useStudio((now) => now.pending);
  const connected = useStudio((now) => now.connected);
  const draft = useStudio((now) => now.draft);
  const slow = useLate(pending > 0);
  const [icon, text] = !connected
    ? [<CloudOff key="icon" size={14} aria-hidden />, "Not connected"]
    : draft === "failed"
      ? [<CircleAlert key="icon" size={14} aria-hidden />, "The program is not saved"]
    : pending > 0 || draft === "typing"
      ? [<LoaderCircle key="icon" className={slow ? "spinner" : ""} size={14} aria-hidden />, "Saving"]
      : [<CircleCheck key="icon" size={14} aria-hidden />, "Saved"];
  return (
    <span className={`saved-state ${connected && draft !== "failed" ? "" : "lost"}`} role="status">
      {icon}
      <span className="saved-text">{text}</span>
    </span>
  );
}

const themes = [
  { id: "dark", label: "Dark", icon: Moon },
  { id: "light", label: "Light", icon: Sun },
  { id: "system", label: "As the system", icon: Monitor },
] as const;

export function ThemeMenu() {
  const theme = useStudio((now) => now.theme);
  const Icon = themes.find((each) => each.id === theme)!.icon;
  return (
    <MenuButton
      label="Theme"
      placement="bottom end"
      entries={themes.map((each) => ({ ...each, isSelected: each.id === theme }))}
      onAction={(id) => setTheme(id as Theme)}
    >
      <AriaButton className="icon-button" aria-label="Theme">
        <Icon size={16} aria-hidden />
      </AriaButton>
    </MenuButton>
  );
}

