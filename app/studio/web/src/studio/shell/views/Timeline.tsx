// The frames of an animation: play, and go to any of them. A scene without frames says how it gets some.

import { ChevronFirst, ChevronLast, Clapperboard, Copy, ImagePlay, Pause, Play, Repeat, StepBack, StepForward } from "lucide-react";
import { useEffect } from "react";
import { Button, IconButton, SelectField, Slider, ToggleIconButton } from "../../parts";
import { toast, useStudio } from "../../state/studio";
import { useRenderForm } from "../jobs/renderForm";
import { openDialog } from "../state/dialogs";
import { fetchFrames, goToFrame, pause, play, speeds, usePlayer } from "./player";

export function Timeline({ frames }: { frames: number }) {
  return frames > 1 ? <Frames frames={frames} /> : <NoFrames />;
}

function Frames({ frames }: { frames: number }) {
  const revision = useStudio((now) => now.scene?.revision);
  const { frame, playing, speed, loops, here, looks } = usePlayer();
  useEffect(() => void fetchFrames(), [revision]);
  const go = (to: number) => {
    pause();
    goToFrame(Math.min(Math.max(to, 0), frames - 1));
  };
  const render = (which: "one" | "all") => {
    useRenderForm.setState({ frames: which, frame });
    openDialog("render");
  };
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="timeline-bar">
        <IconButton size="small" label="First frame" icon={ChevronFirst} onPress={() => go(0)} />
        <IconButton size="small" label="One frame back" icon={StepBack} onPress={() => go(frame - 1)} />
        <IconButton label={playing ? "Pause" : "Play"} icon={playing ? Pause : Play} className="timeline-play" onPress={() => (playing ? pause() : play())} />
        <IconButton size="small" label="One frame on" icon={StepForward} onPress={() => go(frame + 1)} />
        <IconButton size="small" label="Last frame" icon={ChevronLast} onPress={() => go(frames - 1)} />
        <ToggleIconButton size="small" label="Begin again at the end" icon={Repeat} isSelected={loops} onChange={(on) => usePlayer.setState({ loops: on })} />
        <div className="timeline-slider">
          <Slider label="Frame" value={frame + 1} min={1} max={frames} step={1} shown={`${frame + 1} of ${frames}${here < frames ? `, ${here} here` : ""}`} onChange={(value) => go(value - 1)} />
        </div>
        <SelectField label="Speed" hideLabel options={speeds.map((each) => ({ id: String(each), label: `${each} a second` }))} value={String(speed)} onChange={(id) => usePlayer.setState({ speed: Number(id) })} />
        <Button size="small" icon={ImagePlay} onPress={() => render("one")}>
          Render this frame
        </Button>
        <Button size="small" icon={ImagePlay} onPress={() => render("all")}>
          Render all
        </Button>
      </div>
      {looks.length > 0 && <p className="timeline-note muted">The viewport shows how things move. Colours and things that come or go between frames are seen in pictures.</p>}
    </section>
  );
}

function NoFrames() {
  const root = useStudio((now) => now.scene?.root ?? "scene");
  const example = `@register_animation('what happens')\ndef moving():\n    for frame in range(24):\n        turn = rotation_matrix(math.pi / 12 * frame, (0, 1, 0), (0, 0, 0))\n        yield transform_shape(${root}(), turn)`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`\n\n${example}\n`);
      toast("success", "It is in the clipboard: paste it below the last function of the program.");
    } catch {
      toast("error", "The browser does not let the page write to the clipboard. Select the lines and copy them.");
    }
  };
  return (
    <section className="timeline still" aria-label="Timeline">
      <Clapperboard size={18} aria-hidden />
      <div>
        <h2>This scene has one frame</h2>
        <p className="muted">
          A program is animated by a generator that yields the scene once for each frame. Give the function of the scene a parameter, such as the angle of a door, and yield it with other values. This one turns the whole scene:
        </p>
      </div>
      <pre className="timeline-example" tabIndex={0} aria-label="Example of an animation">
        {example}
      </pre>
      <IconButton size="small" label="Copy the example" icon={Copy} onPress={() => void copy()} />
    </section>
  );
}
