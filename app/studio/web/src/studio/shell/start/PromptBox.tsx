import { ArrowUp, Dices, KeyRound, Sofa, Sparkles } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { Button, IconButton, Keys, NumberField, PopoverButton, Segmented, TextField } from "../../parts";
import { useStudio } from "../../state/studio";
import { examples, type Example } from "./examples";
import { startAndOpen } from "./generating";
import { dresses, generateRequest, missingFor, useWriter } from "./writer";

export function PromptBox() {
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choice = useWriter();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  const start = async (given: string, seed?: number) => {
    const chosen = seed === undefined ? choice : { ...choice, seed };
    const missing = missingFor(given, chosen);
    setProblem(missing);
    if (missing !== null) {
      field.current?.focus();
      return;
    }
    setPending(true);
    await startAndOpen("generate", generateRequest(given, chosen), chosen.writer === "model" ? chosen.key : "");
    setPending(false);
  };
  const begin = (example: Example) => {
    setText(example.text);
    void start(example.text, example.seed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void start(text);
    }
  };
  return (
    <section className="prompt" aria-label="New scene from text">
      <h1>What should the scene be?</h1>
      <div className="prompt-box">
        <TextField
          label="Description of the scene"
          hideLabel
          multiline
          rows={2}
          autoFocus
          value={text}
          maxLength={20_000}
          placeholder="A reading corner with an armchair, a floor lamp and a bookcase ..."
          onChange={(value) => {
            setText(value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
          inputRef={field}
          className="prompt-text"
        />
        <div className="prompt-bar">
          <WriterButton />
          <DressButton />
          <SeedField />
          <span className="bar-space" />
          {problem !== null && (
            <span className="prompt-problem" role="alert">
              {problem}
            </span>
          )}
          {problem === null && (
            <span className="prompt-keys muted">
              <Keys shortcut="Enter" />
            </span>
          )}
          <Button variant="primary" icon={ArrowUp} isPending={pending} onPress={() => void start(text)}>
            Make the scene
          </Button>
        </div>
      </div>
      <ul className="examples" aria-label="Examples">
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="example" disabled={pending} onClick={() => begin(example)}>
              <Sparkles size={14} aria-hidden />
              <span>
                <strong>{example.title}</strong>
                <span className="example-text">{example.text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A language model decides itself what its scene holds. */
function DressButton() {
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

function SeedField() {
  const seed = useWriter((now) => now.seed);
  return (
    <div className="prompt-seed">
      <NumberField
        label="Seed"
        value={seed}
        min={0}
        max={999_999}
        step={1}
        onChange={(value) => useWriter.setState({ seed: Number.isNaN(value) ? 0 : value })}
      />
      <IconButton label="Another seed" icon={Dices} onPress={() => useWriter.setState({ seed: Math.floor(Math.random() * 100_000) })} />
    </div>
  );
}

function WriterButton() {
  const { writer, model, baseUrl, key } = useWriter();
  const shared = useStudio((now) => now.session?.shared ?? false);
  const text = writer === "embedded" ? "Embedded writer" : model.trim() === "" ? "A model" : model.trim();
  return (
    <PopoverButton label="Who writes the program" icon={writer === "embedded" ? Sparkles : KeyRound} text={text}>
      <div className="stack writer-pane">
        <Segmented
          label="Writer"
          value={writer}
          onChange={(id) => useWriter.setState({ writer: id })}
          options={[
            { id: "embedded", label: "Embedded" },
            { id: "model", label: "A language model" },
          ]}
        />
        {writer === "embedded" ? (
          <p className="field-note muted">It reads English, needs no key and sends nothing anywhere.</p>
        ) : (
          <>
            <TextField
              label="Model"
              value={model}
              placeholder="openai:gpt-6.1-sol"
              note="The provider and the name of the model, with a colon between the two."
              onChange={(value) => useWriter.setState({ model: value })}
            />
            {!shared && (
              <TextField
                label="Address of a local server"
                type="url"
                value={baseUrl}
                placeholder="http://localhost:11434/v1"
                note="Ollama, vLLM or llama.cpp. Leave it empty for a provider."
                onChange={(value) => useWriter.setState({ baseUrl: value })}
              />
            )}
            <TextField
              label="Key"
              type="password"
              value={key}
              placeholder="Not needed for a local server"
              note="It is kept in memory until this page is closed, and on no disk."
              onChange={(value) => useWriter.setState({ key: value })}
            />
          </>
        )}
      </div>
    </PopoverButton>
  );
}
