import {
  Camera,
  ChevronDown,
  Ellipsis,
  Footprints,
  Magnet,
  Maximize,
  MousePointer2,
  Move3d,
  Rotate3d,
  Ruler,
  Scale3d,
  ScanEye,
  SunMedium,
  Tag,
  type LucideIcon,
} from "lucide-react";
import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { Button as AriaButton, ToggleButton, ToggleButtonGroup, Toolbar } from "react-aria-components";
import type { Tool, ViewportOptions } from "../../protocol";
import { Checkbox, IconButton, MenuButton, PopoverButton, SelectField, Switch, Tip, ToggleIconButton, type MenuEntries } from "../parts";
import { toast, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";
import { AddButton } from "./AddButton";
import { frameSelection } from "./shortcuts";
import { fileStem, saveFile } from "./saveFile";
import { setSnapping, setView, useView } from "./state/view";

const tools: { id: Tool; label: string; shortcut?: string; icon: LucideIcon }[] = [
  { id: "select", label: "Select", shortcut: "Esc", icon: MousePointer2 },
  { id: "move", label: "Move", shortcut: "G", icon: Move3d },
  { id: "turn", label: "Turn", shortcut: "R", icon: Rotate3d },
  { id: "scale", label: "Scale", shortcut: "S", icon: Scale3d },
  { id: "measure", label: "Measure", shortcut: "M", icon: Ruler },
  { id: "walk", label: "Walk", shortcut: "Shift+W", icon: Footprints },
];

const views: MenuEntries = [
  { id: "perspective", label: "Perspective", shortcut: "5" },
  { id: "camera", label: "Camera of the scene", shortcut: "0" },
  null,
  { id: "top", label: "Top: the plan", shortcut: "7" },
  { id: "front", label: "Front", shortcut: "1" },
  { id: "back", label: "Back", shortcut: "Alt+1" },
  { id: "right", label: "Right", shortcut: "3" },
  { id: "left", label: "Left", shortcut: "Alt+3" },
  { id: "bottom", label: "Bottom", shortcut: "Alt+7" },
];

const shadings: { id: ViewportOptions["shading"]; label: string; note: string }[] = [
  { id: "lit", label: "Lit", note: "Colours and lights of the scene" },
  { id: "entities", label: "Things", note: "A colour for each thing" },
  { id: "wireframe", label: "Wireframe", note: "Edges of all triangles" },
];

/** Below these widths what is used less goes into a menu, in pixels: first how the view looks, then the tools, which have keys. */
const narrow = 560;
const tiny = 340;

export function ViewportToolbar() {
  const tool = useStudio((now) => now.tool);
  const { labels, shading, fadeWalls } = useView();
  const bar = useRef<HTMLDivElement>(null);
  const width = useWidth(bar);
  const shown = shadings.find((each) => each.id === shading)!;
  return (
    <div ref={bar} className="viewport-bar" data-viewport-keys="">
      <AddButton />
      <span className="bar-line" />
      <Toolbar className="bar-tools" aria-label="Viewport">
        {width >= tiny && (
          <ToggleButtonGroup
            className="bar-group"
            aria-label="Tools"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[tool]}
            onSelectionChange={(keys) => {
              for (const key of keys) useStudio.setState({ tool: key as Tool });
            }}
          >
            {tools.map(({ id, label, shortcut, icon: Icon }) => (
              <Tip key={id} label={label} shortcut={shortcut}>
                <ToggleButton id={id} className="icon-button" aria-label={label}>
                  <Icon size={16} aria-hidden />
                </ToggleButton>
              </Tip>
            ))}
          </ToggleButtonGroup>
        )}
        <span className="bar-line" />
        <SnapButton />
        <span className="bar-space" />
        {width < narrow ? (
          <MoreMenu withTools={width < tiny} />
        ) : (
          <>
            <MenuButton
              label="Shading"
              entries={shadings.map((each) => ({ ...each, isSelected: each.id === shading }))}
              onAction={(id) => setView({ shading: id as ViewportOptions["shading"] })}
            >
              <AriaButton className="button quiet small" aria-label={`Shading: ${shown.label}`}>
                <SunMedium size={16} aria-hidden />
                <span className="bar-text">{shown.label}</span>
                <ChevronDown size={12} aria-hidden />
              </AriaButton>
            </MenuButton>
            <MenuButton label="Views" entries={views} onAction={(id) => currentViewport()?.view(id as "top")}>
              <AriaButton className="button quiet small" aria-label="View">
                <ScanEye size={16} aria-hidden />
                <span className="bar-text">View</span>
                <ChevronDown size={12} aria-hidden />
              </AriaButton>
            </MenuButton>
            <span className="bar-line" />
            <ToggleIconButton label="Labels" icon={Tag} isSelected={labels} onChange={(on) => setView({ labels: on })} />
            <ToggleIconButton label="Fade walls that stand in the way" icon={WallIcon} isSelected={fadeWalls} onChange={(on) => setView({ fadeWalls: on })} />
            <IconButton label="Look at the selection, or at all" shortcut="F" icon={Maximize} onPress={frameSelection} />
            <IconButton label="Save a picture of this view" icon={Camera} onPress={() => void screenshot()} />
          </>
        )}
      </Toolbar>
    </div>
  );
}

/** What a narrow bar has no room for. */
function MoreMenu({ withTools }: { withTools: boolean }) {
  const tool = useStudio((now) => now.tool);
  const { labels, shading, fadeWalls } = useView();
  const entries: MenuEntries = [
    ...(withTools ? [...tools.map(({ id, label, shortcut, icon }) => ({ id: `tool ${id}`, label, icon, isSelected: id === tool, ...(shortcut !== undefined && { shortcut }) })), null] : []),
    ...shadings.map(({ id, label }) => ({ id: `shading ${id}`, label: `Shading: ${label}`, isSelected: id === shading })),
    null,
    { id: "labels", label: "Labels", isSelected: labels },
    { id: "walls", label: "Fade walls that stand in the way", isSelected: fadeWalls },
    null,
    { id: "frame", label: "Look at the selection, or at all", shortcut: "F" },
    { id: "picture", label: "Save a picture of this view" },
    null,
    ...views.map((view) => (view === null ? null : { ...view, id: `view ${view.id}`, label: `View: ${view.label}` })),
  ];
  const act = (id: string) => {
    const [what, which] = id.split(" ");
    if (what === "tool") useStudio.setState({ tool: which as Tool });
    else if (what === "shading") setView({ shading: which as ViewportOptions["shading"] });
    else if (what === "labels") setView({ labels: !labels });
    else if (what === "walls") setView({ fadeWalls: !fadeWalls });
    else if (what === "frame") frameSelection();
    else if (what === "picture") void screenshot();
    else currentViewport()?.view(which as "top");
  };
  return (
    <MenuButton label="More of the view" placement="bottom end" entries={entries} onAction={act}>
      <AriaButton className="icon-button" aria-label="More of the view">
        <Ellipsis size={16} aria-hidden />
      </AriaButton>
    </MenuButton>
  );
}

/** The width of an element, in pixels, as it changes; wide until it is known. */
function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return;
    const look = () => setWidth(element.clientWidth);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}

/** Two walls of a room, one of them faded. */
const WallIcon = (({ size }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} strokeLinejoin="round" aria-hidden>
    <path d="M12 4 4 8v10l8-4z" />
    <path d="m12 4 8 4v10l-8-4" strokeDasharray="2 3" />
  </svg>
)) as unknown as LucideIcon;

async function screenshot(): Promise<void> {
  const viewport = currentViewport();
  if (viewport === null) return;
  try {
    const title = useStudio.getState().session?.scene?.title ?? "scene";
    saveFile(await viewport.screenshot(), `${fileStem(title)}.png`);
  } catch (error) {
    toast("error", `The picture of the view could not be made: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const grids = [
  { id: "off", label: "Off" },
  { id: "0.01", label: "1 cm" },
  { id: "0.05", label: "5 cm" },
  { id: "0.1", label: "10 cm" },
  { id: "0.25", label: "25 cm" },
  { id: "0.5", label: "50 cm" },
  { id: "1", label: "1 m" },
];

const angles = [
  { id: "off", label: "Off" },
  { id: "1", label: "1°" },
  { id: "5", label: "5°" },
  { id: "15", label: "15°" },
  { id: "45", label: "45°" },
  { id: "90", label: "90°" },
];

const numberOrNull = (id: string): number | null => (id === "off" ? null : Number(id));

function SnapButton() {
  const { grid, degrees, floor, walls, faces } = useView((now) => now.snapping);
  const any = grid !== null || degrees !== null || floor || walls || faces;
  const all = { grid: 0.05, degrees: 15, floor: true, walls: true, faces: true };
  const none = { grid: null, degrees: null, floor: false, walls: false, faces: false };
  return (
    <PopoverButton label="Snapping" icon={Magnet} className={any ? "on" : ""} text="Snap">
      <div className="stack">
        <Switch isSelected={any} onChange={(on) => setSnapping(on ? all : none)}>
          Snapping
        </Switch>
        <div className="pair">
          <SelectField label="Grid" options={grids} value={grid === null ? "off" : String(grid)} onChange={(id) => setSnapping({ grid: numberOrNull(id) })} />
          <SelectField label="Angle" options={angles} value={degrees === null ? "off" : String(degrees)} onChange={(id) => setSnapping({ degrees: numberOrNull(id) })} />
        </div>
        <Checkbox isSelected={floor} onChange={(on) => setSnapping({ floor: on })}>
          To the floor
        </Checkbox>
        <Checkbox isSelected={walls} onChange={(on) => setSnapping({ walls: on })}>
          To walls
        </Checkbox>
        <Checkbox isSelected={faces} onChange={(on) => setSnapping({ faces: on })}>
          To faces of other things
        </Checkbox>
        <p className="field-note muted">Hold Ctrl while dragging to turn it around.</p>
      </div>
    </PopoverButton>
  );
}
