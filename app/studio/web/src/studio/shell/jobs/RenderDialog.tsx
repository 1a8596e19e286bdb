// What to draw, with which renderer. Renderers and their options come from the server.

import { ImagePlay } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { InstalledRenderer, SceneCamera } from "../../../protocol";
import { Button, Checkbox, Dialog, Notice, NumberField, Section, Segmented, SelectField, Spinner, Switch } from "../../parts";
import { runAction, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { closeDialog, useDialog } from "../state/dialogs";
import { JobFooter } from "./JobFooter";
import { startJob } from "./jobStore";
import { OptionFields } from "./OptionFields";
import { firstRender, formWithin, freeFields, ownFields, renderRequest, sizes, useRenderForm, type RenderForm } from "./renderForm";
import { optionFields } from "./schema";

/** One list: another one at each look would never end. */
const noCameras: SceneCamera[] = [];

export function RenderDialog() {
  const isOpen = useDialog((now) => now.open === "render");
  return (
    <Dialog title="Render" isOpen={isOpen} onClose={closeDialog} size="large" footer={<Footer />}>
      <Form />
    </Dialog>
  );
}

function useRenderers(): { renderers: InstalledRenderer[]; failure: string | null } {
  const renderers = useRenderForm((now) => now.renderers);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (renderers.length > 0) return;
    const ends = new AbortController();
    runAction<{ renderers: InstalledRenderer[] }>("renderers", {}, ends.signal)
      .then((answer) => useRenderForm.setState({ renderers: answer.renderers }))
      .catch((error: unknown) => {
        if (!ends.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
      });
    return () => ends.abort();
  }, [renderers.length]);
  return { renderers, failure };
}

function useFormWithin(): RenderForm {
  const form = useRenderForm();
  const cameras = useStudio((now) => now.scene?.cameras.length ?? 0);
  const frames = useStudio((now) => now.scene?.frames ?? 1);
  return useMemo(() => formWithin(form, frames, cameras), [form, frames, cameras]);
}

function Form() {
  const { renderers, failure } = useRenderers();
  const form = useFormWithin();
  const cameras = useStudio((now) => now.scene?.cameras ?? noCameras);
  const frames = useStudio((now) => now.scene?.frames ?? 1);
  const renderer = renderers.find((each) => each.name === form.renderer);
  const fields = useMemo(() => optionFields(renderer?.options, ownFields), [renderer]);
  const set = useRenderForm.setState;

  if (failure !== null) return <Notice tone="bad">{failure}</Notice>;
  if (renderers.length === 0) {
    return (
      <div className="dialog-wait">
        <Spinner label="The renderers are looked for" size={20} />
      </div>
    );
  }
  const samples = freeFields(renderer, "samples");
  return (
    <div className="stack">
      <SelectField
        label="Renderer"
        value={form.renderer}
        onChange={(id) => set({ renderer: id, options: {}, samples: null, passes: ["color"] })}
        options={renderers.map(({ name, about, missing }) => ({
          id: name,
          label: name,
          note: missing ?? rendererNotes[name] ?? about,
          isDisabled: missing !== null,
        }))}
        note={renderer?.capabilities.slow_start ? "It takes some seconds to start." : undefined}
      />
      <div className="field">
        <span className="field-label">What to draw</span>
        <Segmented
          label="What to draw"
          value={form.what}
          onChange={(what) => set({ what })}
          options={[
            { id: "view", label: "This view" },
            { id: "cameras", label: cameras.length === 1 ? "The scene's camera" : `The ${cameras.length} cameras of the scene`, isDisabled: cameras.length === 0 },
            { id: "turntable", label: "Turntable" },
          ]}
        />
      </div>
      {form.what === "turntable" && (
        <NumberField label="Views around the scene" value={form.turntable} min={2} max={360} step={1} onChange={(turntable) => set({ turntable })} />
      )}
      {form.what === "cameras" && cameras.length > 1 && (
        <div className="choices">
          {cameras.map((camera, index) => (
            <Checkbox
              key={camera.name}
              isSelected={form.cameras === null || form.cameras.includes(index)}
              onChange={(on) => {
                const now = form.cameras ?? cameras.map((_, each) => each);
                set({ cameras: on ? [...now, index].sort((a, b) => a - b) : now.filter((each) => each !== index) });
              }}
            >
              {camera.name}
            </Checkbox>
          ))}
        </div>
      )}
      <div className="form-row">
        <SelectField
          label="Size"
          value={sizes.find((size) => size.width === form.width && size.height === form.height)?.id ?? "own"}
          options={[...sizes.map(({ id, label }) => ({ id, label })), { id: "own", label: "Own size" }]}
          onChange={(id) => {
            const size = sizes.find((each) => each.id === id);
            if (size) set({ width: size.width, height: size.height });
          }}
        />
        <NumberField label="Width" unit="px" value={form.width} min={16} max={16_384} step={1} onChange={(width) => set({ width })} />
        <NumberField label="Height" unit="px" value={form.height} min={16} max={16_384} step={1} onChange={(height) => set({ height })} />
        {samples !== null && (
          <NumberField
            label="Samples"
            value={form.samples ?? samples}
            min={1}
            max={100_000}
            step={1}
            onChange={(value) => set({ samples: Number.isNaN(value) ? null : value })}
          />
        )}
      </div>
      {frames > 1 && renderer?.capabilities.animation && (
        <div className="field">
          <span className="field-label">Frames</span>
          <Segmented
            label="Frames"
            value={form.frames}
            onChange={(which) => set({ frames: which })}
            options={[
              { id: "one", label: `Frame ${form.frame + 1}` },
              { id: "all", label: `All ${frames} frames` },
            ]}
          />
        </div>
      )}
      <div className="field">
        <span className="field-label">Passes</span>
        <div className="choices">
          {(renderer?.capabilities.channels ?? []).map((channel) => (
            <Checkbox
              key={channel.name}
              isSelected={form.passes.includes(channel.name)}
              onChange={(on) => set({ passes: on ? [...form.passes, channel.name] : form.passes.filter((each) => each !== channel.name) })}
            >
              {channel.name}
            </Checkbox>
          ))}
        </div>
      </div>
      {renderer?.capabilities.alpha && (
        <Switch isSelected={form.transparent} onChange={(transparent) => set({ transparent })}>
          Transparent background
        </Switch>
      )}
      {fields.length > 0 && (
        <Section title={`Options of ${form.renderer}`} defaultOpen={false}>
          <OptionFields fields={fields} values={form.options} onChange={(name, value) => set({ options: { ...form.options, [name]: value } })} />
        </Section>
      )}
    </div>
  );
}

const rendererNotes: Record<string, string> = {
  preview: "Soft light in some seconds",
  blender: "Path tracing, the best pictures",
  splat: "Draws the scene as Gaussians",
};

function Footer() {
  const form = useFormWithin();
  return (
    <JobFooter
      verb="Render"
      icon={ImagePlay}
      isDisabled={form.renderers.length === 0 || form.passes.length === 0 || (form.what === "cameras" && form.cameras?.length === 0)}
      start={() => startJob("render", renderRequest(form, currentViewport()?.pose() ?? null))}
      begun="The render has begun. Its pictures will be in the gallery."
    >
      <Button variant="quiet" onPress={() => useRenderForm.setState(firstRender)}>
        Reset
      </Button>
    </JobFooter>
  );
}
