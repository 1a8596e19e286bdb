// The title of the scene in the bar: a click edits it in place, and its menu copies the scene.

import { Armchair, ChevronDown, Copy, PenLine, Sofa } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { EditableText, MenuButton, Tip } from "../parts";
import { openPlace, toast, useStudio } from "../state/studio";
import { showTab } from "./state/shell";
import { copyScene, mostTitle, renameScene } from "./state/places";

export function SceneTitle() {
  const place = useStudio((now) => now.session?.scene ?? null);
  const [editing, setEditing] = useState(false);
  if (place === null) return <h1 className="scene-title" />;
  const copy = async () => {
    const made = await copyScene(place);
    if (made !== null) toast("success", `“${made.title}” is among your scenes.`, { label: "Open it", run: () => void openPlace(made.id) });
  };
  if (editing) {
    return (
      <h1 className="scene-title">
        <EditableText
          label="Title of the scene"
          value={place.title}
          maxLength={mostTitle}
          onDone={(title) => {
            setEditing(false);
            if (title !== null) void renameScene(place, title);
          }}
        />
      </h1>
    );
  }
  return (
    <>
      <h1 className="scene-title">
        <Tip label="Rename the scene">
          <Button className="title-button cut" aria-label={`${place.title}: rename`} onPress={() => setEditing(true)}>
            {place.title}
          </Button>
        </Tip>
      </h1>
      <MenuButton
        label="The scene"
        entries={[
          { id: "rename", label: "Rename", icon: PenLine },
          { id: "copy", label: "Make a copy", icon: Copy },
          { id: "room", label: "Complete, tidy, restyle", icon: Armchair },
          { id: "text", label: "Text and dressing", icon: Sofa },
        ]}
        onAction={(id) => {
          if (id === "rename") setEditing(true);
          else if (id === "copy") void copy();
          else showTab(id === "room" ? "room" : "text");
        }}
      >
        <Button className="icon-button small" aria-label="What can be done with the scene">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </MenuButton>
    </>
  );
}
