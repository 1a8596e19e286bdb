// Who writes a new scene, and how much is done for it.

import { KeyRound, Sofa, Sparkles } from "lucide-react";
import { NumberField, PopoverButton, Segmented, TextField } from "../../parts";
import { ModelPlaceNote } from "../../panes/chat/ModelPlaceNote";
import { useStudio } from "../../state/studio";
import { dresses, efforts, makings, useWriter, wantsKey, writingModel } from "./writer";

export function WriterButton() {
  const choice = useWriter();
  const models = useStudio((now) => now.session?.models);
  const name = writingModel(choice, models);
  const effort = efforts.find(({ id }) => id === choice.effort)!;
  const text = choice.writer === "embedded" ? "Embedded writer" : `${name ?? "A model"}, ${effort.label.toLowerCase()}${choice.staged ? ", in stages" : ""}`;
  return (
    <PopoverButton label="Who writes the program" icon={choice.writer === "embedded" ? Sparkles : KeyRound} text={text}>
      <div className="stack writer-pane">
        <Segmented
          label="Writer"
          value={choice.writer}
          onChange={(id) => useWriter.setState({ writer: id })}
          options={[
            { id: "embedded", label: "Embedded" },
            { id: "model", label: "A language model" },
          ]}
        />
        {choice.writer === "embedded" ? <p className="field-note muted">It reads English, needs no key and sends nothing anywhere.</p> : <ModelFields name={name} />}
      </div>
    </PopoverButton>
  );
}

function ModelFields({ name }: { name: string | null }) {
  const choice = useWriter();
  const { model, baseUrl, key, effort, staged, minutes, money } = choice;
  const making = makings.find(({ id }) => id === (staged ? "stages" : "once"))!;
  const models = useStudio((now) => now.session?.models);
  const shared = useStudio((now) => now.session?.shared ?? false);
  return (
    <>
      <TextField
        label="Model"
        value={model}
        placeholder={models?.own ?? "openai:gpt-6.1-sol"}
        note={models?.own != null ? "Left empty, it is the one of the studio." : "The provider and the name of the model, with a colon between the two."}
        onChange={(value) => useWriter.setState({ model: value })}
      />
      {!shared && (
        <TextField
          label="Address of a local server"
          type="url"
          value={baseUrl}
          placeholder={models?.address ?? "http://localhost:11434/v1"}
          note="Ollama, vLLM or llama.cpp. Leave it empty for a provider."
          onChange={(value) => useWriter.setState({ baseUrl: value })}
        />
      )}
      {wantsKey(choice, models) ? (
        <TextField
          label="Key"
          type="password"
          value={key}
          placeholder="Not needed for a local server"
          note="It is kept in memory until this page is closed, and on no disk."
          onChange={(value) => useWriter.setState({ key: value })}
        />
      ) : (
        models !== undefined && <ModelPlaceNote models={models} name={name} />
      )}
      <div className="stack">
        <Segmented label="Effort" value={effort} onChange={(id) => useWriter.setState({ effort: id })} options={efforts} />
        <p className="field-note muted">{efforts.find(({ id }) => id === effort)!.note}</p>
      </div>
      <div className="stack">
        <Segmented label="How the scene is made" value={making.id} onChange={(id) => useWriter.setState({ staged: id === "stages" })} options={makings} />
        <p className="field-note muted">{making.note}</p>
      </div>
      <div className="form-row">
        <NumberField label="Most time" unit="min" placeholder="15" value={minutes} min={0.5} max={50} step={1} onChange={(value) => useWriter.setState({ minutes: value })} />
        <NumberField label="Most cost" unit="US$" placeholder="any" value={money} min={0.01} max={10_000} step={0.1} onChange={(value) => useWriter.setState({ money: value })} />
      </div>
    </>
  );
}

/** A language model decides itself what its scene holds. */
export function DressButton() {
  const { dress, writer } = useWriter();
  const chosen = dresses.find((each) => each.id === dress)!;
  if (writer === "model") return null;
  return (
    <PopoverButton label="What the scene gets that you did not ask for" icon={Sofa} text={`Dressing: ${chosen.label.toLowerCase()}`}>
      <div className="stack writer-pane">
        <Segmented label="Dressing" value={dress} onChange={(id) => useWriter.setState({ dress: id })} options={dresses} />
        <p className="field-note muted">{chosen.note}</p>
      </div>
    </PopoverButton>
  );
}
