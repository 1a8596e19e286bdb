import { ArrowUp, Dices, ImagePlus, ListChecks, Sparkles } from "lucide-react";
import { useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from "react";
import { FileTrigger } from "react-aria-components";
import { Button, IconButton, Keys, NumberField, TextField } from "../../parts";
import { useStudio } from "../../state/studio";
import { BriefPanel, useBrief } from "./BriefPanel";
import { DressButton, WriterButton } from "./WriterButton";
import { examples, type Example } from "./examples";
import { startAndOpen } from "./generating";
import { PictureStrip } from "./PictureStrip";
import { pictureTypes, usePromptPictures } from "./promptPictures";
import { briefRequest, generateRequest, missingFor, useWriter } from "./writer";

export function PromptBox() {
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choice = useWriter();
  const models = useStudio((now) => now.session?.models);
  const { pictures, add, remove, clear } = usePromptPictures();
  const brief = useBrief();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  const byModel = choice.writer === "model";
  const key = byModel ? choice.key : "";
  const stale = brief.shown !== null && brief.shown.text !== text.trim();
  const images = pictures.flatMap(({ id }) => (id === null ? [] : [id]));
  const missingNow = (given: string, chosen = choice): string | null => {
    const missing = missingFor(given, chosen, models, pictures.length);
    if (missing !== null) return missing;
    if (pictures.some(({ problem }) => problem !== null)) return "Leave out the pictures that cannot be used.";
    return images.length < pictures.length ? "The pictures are still on their way." : null;
  };

  const start = async (given: string) => {
    const missing = missingNow(given);
    setProblem(missing);
    if (missing !== null) {
      field.current?.focus();
      return;
    }
    setPending(true);
    const wanted = brief.shown !== null && !stale ? brief.shown.brief : null;
    const job = await startAndOpen("generate", generateRequest(given, choice, { images, brief: wanted }), key);
    setPending(false);
    if (job !== null) {
      clear();
      brief.close();
    }
  };
  const begin = async (example: Example) => {
    setText(example.text);
    setProblem(null);
    const missing = missingFor(example.text, choice, models);
    setProblem(missing);
    if (missing !== null) return;
    setPending(true);
    await startAndOpen("generate", generateRequest(example.text, { ...choice, seed: example.seed }), key);
    setPending(false);
  };
  const showBrief = () => {
    const missing = text.trim() === "" ? "Describe the scene first." : missingFor(text, choice, models);
    setProblem(missing);
    if (missing === null) void brief.ask(text.trim(), briefRequest(text, choice), key);
    else field.current?.focus();
  };
  const takePictures = (files: Iterable<File>) => {
    setProblem(null);
    add(files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  };
  const onDrop = (event: DragEvent) => {
    setDragging(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    takePictures(event.dataTransfer.files);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    takePictures(files);
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
      <div className={`prompt-box ${dragging ? "dragging" : ""}`} onPaste={onPaste} onDragOver={onDragOver} onDragLeave={() => setDragging(false)} onDrop={onDrop}>
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
        <PictureStrip pictures={pictures} onRemove={remove} />
        <div className="prompt-bar">
          <FileTrigger acceptedFileTypes={pictureTypes} allowsMultiple onSelect={(list) => takePictures(list ?? [])}>
            <IconButton label="Add pictures of the scene" icon={ImagePlus} onPress={() => undefined} />
          </FileTrigger>
          <WriterButton />
          <DressButton />
          <SeedField />
          <Button variant="quiet" size="small" icon={ListChecks} isDisabled={brief.shown?.job != null} onPress={showBrief} label="Brief: show what the text asks for, before it is written">
            Brief
          </Button>
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
      {brief.shown !== null && <BriefPanel shown={brief.shown} stale={stale} editable={byModel} onChange={brief.change} onClose={brief.close} />}
      <ul className="examples" aria-label="Examples">
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="example" disabled={pending} onClick={() => void begin(example)}>
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
