// The name of a thing in the scene, with the names that there are.

import { useId, useMemo } from "react";
import { namesAlong } from "../../../naming";
import type { SceneNode } from "../../../protocol";
import { TextField } from "../../parts";
import { useStudio } from "../../state/studio";

const most = 400;

export function ThingField({ label, several, value, onChange }: { label: string; several: boolean; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const nodes = useStudio((now) => now.scene?.nodes);
  const names = useMemo(() => pickable(nodes ?? []).slice(0, most), [nodes]);
  if (several) return <TextField label={label} value={value} onChange={onChange} multiline rows={3} className="grow" />;
  return (
    <div className="field grow">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="input" list={`${id}-names`} value={value} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      <datalist id={`${id}-names`}>
        {names.map((node) => (
          <option key={node.path} value={node.path}>
            {namesAlong(nodes ?? [], node.path)}
          </option>
        ))}
      </datalist>
    </div>
  );
}

/** Things that a person would name: no parts of catalogue objects, and not the scene itself. */
export function pickable(nodes: readonly SceneNode[]): SceneNode[] {
  const assets = nodes.filter((node) => node.kind === "asset");
  const inAsset = new Set<number>();
  for (const asset of assets) for (let row = asset.row + 1; row < asset.end; row += 1) inAsset.add(row);
  return nodes.filter((node) => node.parent !== -1 && !inAsset.has(node.row));
}
