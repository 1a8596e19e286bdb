// Files of the person: chosen or dropped, sent, and made a scene of.

import { FileUp, FolderUp, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { DropZone, FileTrigger, type DirectoryDropItem, type DropItem } from "react-aria-components";
import { Button, Dialog, Notice, NumberField, ProgressBar } from "../../parts";
import { toast } from "../../state/studio";
import { startAndOpen } from "./generating";
import { bytesText } from "../jobs/jobWords";
import { isSplatFile, plans, type FilesFor } from "./filePlans";
import { startTraining } from "./training";
import { chosenFiles, upload, withoutClutter, type ChosenFile } from "./uploads";

export type { FilesFor } from "./filePlans";

export function FilesDialog({ kind, onClose }: { kind: FilesFor | null; onClose: () => void }) {
  return kind === null ? null : <Files key={kind} kind={kind} onClose={onClose} />;
}

function Files({ kind, onClose }: { kind: FilesFor; onClose: () => void }) {
  const plan = plans[kind];
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [minutes, setMinutes] = useState(5);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const sending = useRef<AbortController | null>(null);
  const splats = kind === "capture" && files.length === 1 && isSplatFile(files[0]!.name);
  const trains = kind !== "scene" && !splats;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);

  const take = (chosen: ChosenFile[]) => {
    const plain = withoutClutter(chosen);
    setFailure(plain.length === 0 ? "There are no files in it." : plan.refusal(plain));
    setFiles(plain);
  };
  const close = () => {
    sending.current?.abort();
    onClose();
  };
  const start = async () => {
    const ends = new AbortController();
    sending.current = ends;
    setFailure(null);
    setShare(0);
    try {
      const sent = await upload(kind === "scene" ? "scene" : splats ? "splat" : "capture", files, setShare, ends.signal);
      const title = sent.name.replace(/\.[^.]+$/, "").slice(0, 80) || "capture";
      if (kind === "scene") await startAndOpen("open_upload", { upload: sent.id });
      else if (splats) await startAndOpen("splat_scene", { upload: sent.id, title });
      else await startTraining(sent.id, minutes, title);
      toast("info", trains ? "The training has begun. Its scene opens when it is there." : "The files are sent. The scene opens when it is there.");
      onClose();
    } catch (error) {
      if (!ends.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setShare(null);
    }
  };

  return (
    <Dialog
      title={plan.title}
      isOpen
      onClose={close}
      footer={
        <>
          {trains && <MinutesField minutes={minutes} onChange={setMinutes} />}
          <span className="bar-space" />
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" icon={Upload} isDisabled={files.length === 0 || plan.refusal(files) !== null} isPending={share !== null} onPress={() => void start()}>
            {trains ? "Train" : "Open"}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">{plan.lead}</p>
        <DropZone
          className="drop-zone"
          aria-label="Drop files here"
          onDrop={(event) => {
            void droppedFiles(event.items).then(take);
          }}
        >
          <FileUp size={24} strokeWidth={1.5} aria-hidden />
          <span>{files.length === 0 ? "Drop files or a folder here" : `${files.length === 1 ? files[0]!.name : `${files.length.toLocaleString("en")} files`}, ${bytesText(total)}`}</span>
          <span className="drop-buttons">
            <FileTrigger acceptedFileTypes={plan.types} allowsMultiple={plan.several} onSelect={(list) => take(chosenFiles(list ?? []))}>
              <Button icon={FileUp}>{plan.several ? "Choose files" : "Choose a file"}</Button>
            </FileTrigger>
            <FileTrigger acceptDirectory onSelect={(list) => take(chosenFiles(list ?? []))}>
              <Button icon={FolderUp}>Choose a folder</Button>
            </FileTrigger>
          </span>
        </DropZone>
        {share !== null && <ProgressBar label={share < 1 ? "The files are sent" : "The studio looks at them"} value={share < 1 ? share : null} />}
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
        {splats && <Notice>A file of splats becomes a scene as it is, without training.</Notice>}
      </div>
    </Dialog>
  );
}

function MinutesField({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  return (
    <div className="minutes-field">
      <NumberField
        label="Training time"
        hideLabel
        unit="min of training"
        value={minutes}
        min={0.5}
        max={720}
        step={0.5}
        onChange={(value) => onChange(Number.isNaN(value) ? 5 : value)}
      />
    </div>
  );
}

async function droppedFiles(items: readonly DropItem[]): Promise<ChosenFile[]> {
  const files: ChosenFile[] = [];
  const walk = async (item: DropItem | Awaited<ReturnType<DirectoryDropItem["getEntries"]> extends AsyncIterable<infer T> ? T : never>, folder: string): Promise<void> => {
    if (item.kind === "file") files.push({ file: await item.getFile(), name: folder + item.name });
    else if (item.kind === "directory") for await (const entry of item.getEntries()) await walk(entry, `${folder}${item.name}/`);
  };
  for (const item of items) await walk(item, "");
  return files;
}
