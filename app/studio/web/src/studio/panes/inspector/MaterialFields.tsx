// The material of what is selected: named finishes and the numbers behind them, each change one edit. What states no material says why, and what to do.

import type { SceneNode } from "../../../protocol";
import { Notice, SelectField } from "../../parts";
import { edit, useStudio } from "../../state/studio";
import type { ThingDetails } from "./details";
import { finishes, finishOf, materialWords, statedMaterial, whyNoMaterial, type MaterialValues } from "./materials";
import { noUnits, shownNumber } from "./numbers";
import { ScrubField } from "./ScrubField";

const fields: { key: keyof MaterialValues; label: string; hint: string; max: number; step: number }[] = [
  { key: "roughness", label: "Roughness", hint: "0 is a mirror, 1 is matt", max: 1, step: 0.01 },
  { key: "metallic", label: "Metal", hint: "1 is bare metal, 0 is anything else", max: 1, step: 0.01 },
  { key: "opacity", label: "Opacity", hint: "0 is clear as air", max: 1, step: 0.01 },
  { key: "emission", label: "Glow", hint: "how much it shines by itself", max: 100, step: 0.05 },
];

export function MaterialFields({ nodes, things, fixed }: { nodes: readonly SceneNode[]; things: readonly ThingDetails[] | null; fixed: boolean }) {
  const all = useStudio((now) => now.scene?.nodes ?? noNodes);
  if (things === null || things.length === 0) return null;
  const why = whyNoMaterial(nodes, all);
  const one = nodes.length === 1 ? things[0] : undefined;
  const values = statedMaterial(things);
  const change = (given: Partial<MaterialValues>) => void edit(nodes.map((node) => ({ kind: "set-material", path: node.path, ...given })));
  const finish = finishOf(values);
  return (
    <div className="material-fields" role="group" aria-label="Material">
      {why === null ? (
        <>
          <SelectField
            label="Finish"
            options={[...(finish === null ? [{ id: "own", label: "Its own" }] : []), ...finishes.map(({ id, label }) => ({ id, label }))]}
            value={finish ?? "own"}
            isDisabled={fixed}
            onChange={(id) => {
              const chosen = finishes.find((each) => each.id === id);
              if (chosen !== undefined) change(chosen.values);
            }}
          />
          <div className="material-numbers">
            {fields.map(({ key, label, hint, max, step }) => (
              <span key={key} title={hint}>
                <ScrubField label={label} value={values[key]} units={noUnits} step={step} digits={2} min={0} max={max} isDisabled={fixed} onCommit={(entry) => change({ [key]: entry(values[key] ?? 0) })} />
              </span>
            ))}
          </div>
        </>
      ) : (
        <Notice tone="info">{why}</Notice>
      )}
      {one !== undefined && one.materials.length > 1 && (
        <ul className="plain-list material-list" aria-label="Materials">
          {one.materials.slice(0, 4).map((material, index) => (
            <li key={index} title={`roughness ${material.roughness}, metallic ${material.metallic}, opacity ${material.opacity}, emission ${material.emission}`}>
              <span className="numbers muted">{shownNumber(material.share * 100, 0)} %</span> {materialWords(material)}
            </li>
          ))}
        </ul>
      )}
      {one !== undefined && one.materials.length === 1 && why !== null && <p className="pane-note muted">{materialWords(one.materials[0]!)}</p>}
    </div>
  );
}

const noNodes: SceneNode[] = [];
