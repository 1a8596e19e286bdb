// Views that a person saved, the cameras of the program, and the frames of an animation.

import { Bookmark, Camera, PenLine, Plus, ScanEye, Trash2, Video } from "lucide-react";
import { useState } from "react";
import type { SavedView, SceneCamera, ViewportPose } from "../../../protocol";
import { Button, EmptyState, IconButton, Notice } from "../../parts";
import { useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { dropView, renameView, repointView, saveAsCamera, saveView, useSavedViews } from "../state/savedViews";
import { Timeline } from "./Timeline";

const noCameras: SceneCamera[] = [];

export function TimelinePane() {
  const { views, problem } = useSavedViews();
  const cameras = useStudio((now) => now.scene?.cameras ?? noCameras);
  const frames = useStudio((now) => now.scene?.frames ?? 1);
  const here = (use: (pose: ViewportPose) => Promise<void>) => () => {
    const pose = currentViewport()?.pose();
    if (pose) void use(pose);
  };
  return (
    <div className="timeline-pane">
      <Timeline frames={frames} />
      <div className="views-columns">
        <section aria-label="Saved views">
          <div className="gallery-bar">
            <h2>Saved views</h2>
            <span className="bar-space" />
            <Button size="small" icon={Plus} onPress={here(saveView)} isDisabled={problem !== null}>
              Save this view
            </Button>
          </div>
          {problem !== null ? (
            <Notice tone="bad">{problem}</Notice>
          ) : views.length === 0 ? (
            <EmptyState icon={Bookmark} title="No saved views">
              Turn the viewport to where you want to come back to, and save the view. It is kept with the scene, for all who open it.
            </EmptyState>
          ) : (
            <ul className="view-list">
              {views.map((view) => (
                <ViewRow key={view.id} view={view} />
              ))}
            </ul>
          )}
        </section>
        <section aria-label="Cameras of the program">
          <div className="gallery-bar">
            <h2>Cameras of the program</h2>
            <span className="bar-space" />
            <Button size="small" icon={Video} onPress={here(saveAsCamera)}>
              Add this view as a camera
            </Button>
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

function ViewRow({ view }: { view: SavedView }) {
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
            void renameView(view, event.currentTarget.value);
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
      <IconButton
        size="small"
        label={`Let ${view.name} look as now`}
        icon={ScanEye}
        onPress={() => {
          const pose = currentViewport()?.pose();
          if (pose) void repointView(view, pose);
        }}
      />
      <IconButton size="small" label={`Rename ${view.name}`} icon={PenLine} onPress={() => setNaming(true)} />
      <IconButton size="small" label={`Delete ${view.name}`} icon={Trash2} onPress={() => void dropView(view)} />
    </li>
  );
}
