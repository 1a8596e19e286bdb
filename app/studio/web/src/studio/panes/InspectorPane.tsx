// What is selected, with everything about it that can be changed.

import { MousePointerClick, Plus } from "lucide-react";
import { Button, EmptyState, Spinner } from "../parts";
import { openAdding } from "../shell/state/adding";
import { useStudio } from "../state/studio";
import { SelectionInspector } from "./inspector/SelectionInspector";
import "./panes.css";
import "./inspector/inspector.css";

export function InspectorPane() {
  const ready = useStudio((now) => now.scene !== null);
  const selection = useStudio((now) => now.selection);
  return (
    <section className="pane inspector-pane" aria-label="Inspector">
      {!ready ? (
        <div className="pane-waiting">
          <Spinner label="The scene is being opened" size={20} />
        </div>
      ) : selection.length === 0 ? (
        <div className="pane-scroll">
          <EmptyState
            icon={MousePointerClick}
            title="Nothing is selected"
            action={
              <Button icon={Plus} onPress={() => openAdding()}>
                Add an object
              </Button>
            }
          >
            Click a thing in the viewport, the outliner or the program to see and change it.
          </EmptyState>
        </div>
      ) : (
        <SelectionInspector paths={selection} />
      )}
    </section>
  );
}
