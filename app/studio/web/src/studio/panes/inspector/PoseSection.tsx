// Where the selection stands, which way it faces, and how large it is.

import { Lock, LockOpen } from "lucide-react";
import { useState } from "react";
import type { Edit, SceneNode } from "../../../protocol";
import { Section, ToggleIconButton } from "../../parts";
import { edit, useStudio } from "../../state/studio";
import { angleUnits, commonValue, lengthUnits, noUnits, type Entry } from "./numbers";
import { moveEdit, sizeEdit, standsSquare, turnEdit, turnOf, type Axis } from "./poses";
import { endPreview, endPreviewWithStep, previewMove, previewTurn } from "./previews";
import { ScrubField } from "./ScrubField";

const axes = [
  { axis: 0, label: "X", name: "Position X" },
  { axis: 1, label: "Y", name: "Position Y, height above zero" },
  { axis: 2, label: "Z", name: "Position Z" },
] as const;

const sizes = [
  { axis: 0, label: "W", name: "Width" },
  { axis: 1, label: "H", name: "Height" },
  { axis: 2, label: "D", name: "Depth" },
] as const;

async function make(edits: (Edit | null)[]): Promise<void> {
  const made = edits.filter((each): each is Edit => each !== null);
  if (made.length === 0) {
    endPreview();
    return;
  }
  endPreviewWithStep();
  const outcome = await edit(made);
  if (!outcome.ok) endPreview();
}

export function PoseSection({ nodes, parentYaws, fixed }: { nodes: readonly SceneNode[]; parentYaws: readonly number[]; fixed: boolean }) {
  const [whole, setWhole] = useState(true);
  const unit = useStudio((now) => now.scene?.units ?? "m");
  const common = (value: (node: SceneNode) => number, tolerance?: number) => commonValue(nodes.map(value), tolerance);
  const askew = nodes.some((node, index) => !standsSquare(node, parentYaws[index] ?? 0));

  const resize = (axis: Axis, entry: Entry) => make(nodes.map((node, index) => sizeEdit(node, parentYaws[index] ?? 0, axis, entry(node.size[axis]), whole)));

  return (
    <Section title="Pose and size">
      <div className="field-row" role="group" aria-label="Position of the bottom centre">
        <span className="row-label">Position</span>
        <div className="scrub-row">
          {axes.map(({ axis, label, name }) => (
            <ScrubField
              key={axis}
              label={label}
              name={name}
              value={common((node) => node.at[axis])}
              unit={unit}
              units={lengthUnits}
              step={0.01}
              digits={3}
              isDisabled={fixed}
              onCommit={(entry) => void make(nodes.map((node) => moveEdit(node, axis, entry(node.at[axis]))))}
              onPreview={(value) => previewMove(nodes, axis, value)}
            />
          ))}
        </div>
      </div>
      <div className="field-row">
        <span className="row-label">Turn</span>
        <div className="scrub-row">
          <ScrubField
            label="Y"
            name="Turn about the vertical"
            value={common(turnOf, 5e-3)}
            unit="°"
            units={angleUnits}
            step={1}
            digits={1}
            isDisabled={fixed}
            onCommit={(entry) => void make(nodes.map((node) => turnEdit(node, entry(turnOf(node)))))}
            onPreview={(value) => previewTurn(nodes, value)}
          />
          <ScrubField
            label="×"
            name="Scale by"
            value={1}
            units={noUnits}
            step={0.01}
            digits={3}
            min={0.01}
            max={100}
            isDisabled={fixed}
            onCommit={(entry) => {
              const factor = entry(1);
              if (factor > 0 && factor !== 1) void make(nodes.map((node) => ({ kind: "scale", path: node.path, factor })));
            }}
          />
          <span className="scrub-note muted">scale by</span>
        </div>
      </div>
      <div className="field-row" role="group" aria-label="Size">
        <span className="row-label">
          Size
          <ToggleIconButton
            label={whole ? "Proportions are kept" : "Proportions are free"}
            icon={whole ? Lock : LockOpen}
            size="small"
            isSelected={whole}
            onChange={setWhole}
          />
        </span>
        <div className="scrub-row">
          {sizes.map(({ axis, label, name }) => (
            <ScrubField
              key={axis}
              label={label}
              name={name}
              value={common((node) => node.size[axis])}
              unit={unit}
              units={lengthUnits}
              step={0.01}
              digits={3}
              min={0.001}
              isDisabled={fixed || nodes.every((node) => node.size[axis] < 1e-6)}
              onCommit={(entry) => void resize(axis, entry)}
            />
          ))}
        </div>
      </div>
      {askew && !whole && <p className="pane-note muted">This stands at an angle to what it is part of, so width and depth change together.</p>}
    </Section>
  );
}
