import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useEffect } from "react";
import { Badge, Button, Dialog, IconButton } from "../../parts";
import { useNow } from "../../state/clock";
import { saveFile } from "../saveFile";
import { passName, pictureTitle, type ShownPicture } from "./pictures";
import { useJobs } from "./jobStore";
import { ago, duration, jobName } from "./jobWords";

/** One picture at its full size, with what made it. */
export function Lightbox({ pictures, shown, onShow }: { pictures: readonly ShownPicture[]; shown: string | null; onShow: (name: string | null) => void }) {
  const at = pictures.findIndex((each) => each.name === shown);
  const picture = pictures[at];
  const jobs = useJobs((now) => now.jobs);
  const job = jobs.find((each) => each.id === picture?.render.job);

  useEffect(() => {
    if (at < 0) return;
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const next = step === undefined ? undefined : pictures[at + step];
      if (next) onShow(next.name);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [at, pictures, onShow]);

  const now = useNow();
  if (picture === undefined) return null;
  const { render } = picture;
  const facts: [string, string][] = [
    ["Renderer", render.renderer],
    ["Pass", passName(picture)],
    ["View", String(picture.camera + 1)],
    ...(picture.frame > 0 ? [["Frame", String(picture.frame)] as [string, string]] : []),
    ...Object.entries(render.settings)
      .filter(([, value]) => value !== null && typeof value !== "object")
      .map(([name, value]): [string, string] => [name.replaceAll("_", " "), String(value)]),
    ["Time", duration(render.seconds)],
    ...(render.device === null ? [] : [["Device", render.device] as [string, string]]),
    ["Revision", String(render.revision)],
    ["Made", ago(render.made, now)],
  ];
  return (
    <Dialog
      title={pictureTitle(picture)}
      size="full"
      isOpen
      onClose={() => onShow(null)}
      footer={
        <>
          <IconButton label="Earlier in the list" shortcut="←" icon={ChevronLeft} placement="top" isDisabled={at === 0} onPress={() => onShow(pictures[at - 1]!.name)} />
          <IconButton
            label="Later in the list"
            shortcut="→"
            icon={ChevronRight}
            placement="top"
            isDisabled={at === pictures.length - 1}
            onPress={() => onShow(pictures[at + 1]!.name)}
          />
          <span className="bar-space" />
          <Button icon={Download} onPress={() => saveFile(`${picture.address}?save=true`, picture.name)}>
            Download
          </Button>
        </>
      }
    >
      <div className="lightbox">
        <img src={picture.address} alt={pictureTitle(picture)} />
        <aside>
          {!render.current && <Badge tone="warn">Of an earlier state of the scene</Badge>}
          <dl>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            {job !== undefined && (
              <div>
                <dt>Job</dt>
                <dd>{jobName(job)}</dd>
              </div>
            )}
          </dl>
        </aside>
      </div>
    </Dialog>
  );
}
