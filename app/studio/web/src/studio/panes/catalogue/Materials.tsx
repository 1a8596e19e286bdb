// The materials of the language: search, kinds, and swatches to drag onto a thing. A click or Enter puts one onto what is selected.

import { PackageSearch, Paintbrush } from "lucide-react";
import { useEffect, useRef, useState, type CSSProperties } from "react";
import { thingName } from "../../../naming";
import type { CatalogueMaterial } from "../../../protocol";
import { RequestFailure } from "../../api/client";
import { EmptyState, Notice, SearchField, SelectField, Spinner } from "../../parts";
import { useStudio } from "../../state/studio";
import { searchMaterials } from "./catalogueApi";
import { draggedMaterial } from "./draggedThings";
import { beginDrag } from "./dragging";
import { putOn } from "./puttingOn";
import { swatchStyle } from "./swatch";
import { useCardGrid } from "./useCardGrid";

export function Materials({ autoFocus = false }: { autoFocus?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const { grid, current, setCurrent, onSearchKey, onGridKey } = useCardGrid(field);
  const [words, setWords] = useState("");
  const [kind, setKind] = useState("all");
  const [found, setFound] = useState<CatalogueMaterial[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useEffect(() => setCurrent(0), [words, kind, setCurrent]);
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        searchMaterials(words, control.signal)
          .then((materials) => {
            setFound(materials);
            setProblem(null);
          })
          .catch((error: unknown) => {
            if (!control.signal.aborted) setProblem(error instanceof RequestFailure ? error.message : String(error));
          });
      },
      words === "" ? 0 : 160,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [words]);

  const kinds = [...new Set((found ?? []).map((material) => material.kind))];
  const chosen = kinds.includes(kind) ? kind : "all";
  const shown = (found ?? []).filter((material) => chosen === "all" || material.kind === chosen);
  const put = (material: CatalogueMaterial) => void putOn(material, useStudio.getState().selection);

  return (
    <div className="catalogue">
      <div className="catalogue-search" onKeyDownCapture={onSearchKey}>
        <SearchField label="Search the materials" placeholder="Search materials" value={words} onChange={(next) => setWords(next.slice(0, 100))} inputRef={field} onSubmit={() => shown[0] && put(shown[0])} />
        <SelectField label="Kind" hideLabel options={[{ id: "all", label: "All kinds" }, ...kinds.map((each) => ({ id: each, label: each }))]} value={chosen} onChange={setKind} />
      </div>
      <Aim />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {found === null && problem === null && (
        <div className="pane-waiting">
          <Spinner label="The materials are being read" size={20} />
        </div>
      )}
      {found !== null && shown.length === 0 && (
        <EmptyState icon={PackageSearch} title={`No material is called "${words}"`}>
          Try wood, metal, stone, fabric, or a finish and a colour before one, such as polished black marble.
        </EmptyState>
      )}
      <ul ref={grid} className="catalogue-grid" aria-label="Materials" onKeyDown={onGridKey}>
        {shown.map((material, index) => (
          <Swatch key={material.name} material={material} isCurrent={index === Math.min(current, shown.length - 1)} onFocus={() => setCurrent(index)} onPut={() => put(material)} />
        ))}
      </ul>
    </div>
  );
}

/** What Enter and the button of a card would do. */
function Aim() {
  const selection = useStudio((now) => now.selection);
  const nodes = useStudio((now) => now.scene?.nodes);
  const onto = selection.length === 0 ? null : selection.length === 1 ? thingName(nodes ?? [], selection[0]!) : `${selection.length} things`;
  return (
    <p className="catalogue-count muted" role="status">
      {onto === null ? "Select a thing and click a material, or drag one onto a thing" : `Click one to put it onto ${onto}, or drag it onto a thing`}
    </p>
  );
}

function Swatch({ material, isCurrent, onFocus, onPut }: { material: CatalogueMaterial; isCurrent: boolean; onFocus: () => void; onPut: () => void }) {
  const picture = useRef<HTMLSpanElement>(null);
  return (
    <li>
      <button
        type="button"
        className="catalogue-card"
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
        title={`${material.name}, ${material.kind}`}
        onPointerDown={(event) => beginDrag(event.nativeEvent, draggedMaterial(material), picture.current)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onPut();
        }}
        onClick={(event) => {
          // the second click of a double one would do it again
          if (event.detail < 2) onPut();
        }}
      >
        <span ref={picture} className="catalogue-picture">
          <span className="material-ball" style={swatchStyle(material) as CSSProperties} />
        </span>
        <span className="catalogue-word cut">{material.name}</span>
        <span className="catalogue-size muted cut">{material.kind}</span>
        <span className="unseen">Put it onto what is selected</span>
      </button>
      <button type="button" className="catalogue-add" onClick={onPut} aria-label={`Put ${material.name} onto what is selected`} title="Put it onto what is selected" tabIndex={-1}>
        <Paintbrush size={14} aria-hidden />
      </button>
    </li>
  );
}
