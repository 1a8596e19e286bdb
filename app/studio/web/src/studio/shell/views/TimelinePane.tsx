// Views that a person saved, the cameras of the program, and the frames of an animation.

import { Bookmark, Camera, PenLine, Plus, Trash2, Video } from "lucide-react";
import { useState } from "react";
import type { SceneCamera } from "../../../protocol";
import { Button, EmptyState, IconButton } from "../../parts";
import { useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { dropView, renameView, saveView, useView, type NamedView } from "../state/view";
import { Timeline } from "./Timeline";

const none: NamedView[] = [];
const noCameras: SceneCamera[] = [];

export function TimelinePane() {
  const place = useStudio((now) => now.session?.scene?.id ?? "");
  const views = useView((now) => now.views[place] ?? none);
  const cameras = useStudio((now) => now.scene?.cameras ?? noCameras);
  const frames = useStudio((now) => now.scene?.frames ?? 1);
  const save = () => {
    const pose = currentViewport()?.pose();
    if (pose) saveView(pose);
  };
  return (
    <div className="timeline-pane">
      <Timeline frames={frames} />
      <div className="views-columns">
        <section aria-label="Saved views">
          <div className="gallery-bar">
            <h2>Saved views</h2>
            <span className="bar-space" />
            <Button size="small" icon={Plus} onPress={save}>
              Save this view
            </Button>
          </div>
          {views.length === 0 ? (
            <EmptyState icon={Bookmark} title="No saved views">
              Turn the viewport to where you want to come back to, and save the view.
            </EmptyState>
          ) : (
            <ul className="view-list">
              {views.map((view, index) => (
                <ViewRow key={index} view={view} index={index} />
              ))}
            </ul>
          )}
        </section>
        <section aria-label="Cameras of the program">
          <div className="gallery-bar">
            <h2>Cameras of the program</h2>
          </div>
          {cameras.length === 0 ? (
            <EmptyState icon={Video} title="The program has no cameras">
              Without one, pictures are taken from a corner above the scene.
            </EmptyState>
          ) : (
            <ul className="view-list">
              {cameras.map((camera) => (
                <li key={camera.name}>
                  <button type="button" className="view-go" onClick={() => currentViewport()?.look({ eye: camera.eye, target: camera.target, fov: camera.fov, height: null })}>
                    <Camera size={14} aria-hidden />
                    <span className="cut">{camera.name}</span>
                    <span className="muted numbers">{Math.round(camera.fov)}°</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function ViewRow({ view, index }: { view: NamedView; index: number }) {
  const [naming, setNaming] = useState(false);
  if (naming) {
    return (
      <li>
        <input
          className="outliner-rename view-name"
          aria-label="Name of the view"
          autoFocus
          defaultValue={view.name}
          maxLength={80}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => {
            renameView(index, event.currentTarget.value);
            setNaming(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            else if (event.key === "Escape") setNaming(false);
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="view-go" onClick={() => currentViewport()?.look(view.pose)} onDoubleClick={() => setNaming(true)}>
        <Bookmark size={14} aria-hidden />
        <span className="cut">{view.name}</span>
      </button>
      <IconButton size="small" label={`Rename ${view.name}`} icon={PenLine} onPress={() => setNaming(true)} />
      <IconButton size="small" label={`Delete ${view.name}`} icon={Trash2} onPress={() => dropView(index)} />
    </li>
  );
}
