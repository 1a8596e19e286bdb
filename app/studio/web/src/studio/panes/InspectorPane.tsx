// What is selected, with everything about it that can be changed, and the catalogue that things are added from.

import { MousePointerClick } from "lucide-react";
import { useEffect, useState } from "react";
import { EmptyState, Segmented, Spinner } from "../parts";
import { useStudio } from "../state/studio";
import { Catalogue } from "./catalogue/Catalogue";
import { SelectionInspector } from "./inspector/SelectionInspector";
import "./panes.css";
import "./inspector/inspector.css";

type Part = "selection" | "catalogue";

export function InspectorPane() {
  const [part, setPart] = useState<Part>("selection");
  const ready = useStudio((now) => now.scene !== null);
  const selection = useStudio((now) => now.selection);
  // what is selected is what the person wants to see, unless things are being added
  const [seen, setSeen] = useState(selection);
  useEffect(() => setSeen(selection), [selection]);
  return (
    <section className="pane inspector-pane" aria-label="Inspector">
      <div className="pane-bar">
        <Segmented
          label="Part of the inspector"
          options={[
            { id: "selection", label: selection.length > 1 ? `Selection (${selection.length})` : "Selection" },
            { id: "catalogue", label: "Catalogue" },
          ]}
          value={part}
          onChange={setPart}
        />
      </div>
      {!ready ? (
        <div className="pane-waiting">
          <Spinner label="The scene is being opened" size={20} />
        </div>
      ) : part === "catalogue" ? (
        <Catalogue />
      ) : seen.length === 0 ? (
        <div className="pane-scroll">
          <EmptyState icon={MousePointerClick} title="Nothing is selected">
            Click a thing in the viewport, the outliner or the program to see and change it. The catalogue has things to add.
          </EmptyState>
        </div>
      ) : (
        <SelectionInspector paths={seen} />
      )}
    </section>
  );
}
