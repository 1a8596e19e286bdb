import { useEffect, useRef, useState } from "react";
import type { StudioJob, Viewport } from "../../../protocol";
import { Dialog, Notice, ProgressBar, Spinner } from "../../parts";
import { hasEnded } from "./jobStore";
import { jobName } from "./jobWords";
import { previewTransport, type PreviewTransport } from "./previewTransport";

/** The splats of a training while it runs. */
export function TrainingPreview({ job, isOpen, onClose }: { job: StudioJob; isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={jobName(job)} size="full" isOpen={isOpen} onClose={onClose}>
      <div className="training-preview">
        <Splats job={job} />
        {!hasEnded(job) && <ProgressBar label={job.what || "It begins"} value={job.share > 0 ? job.share : null} />}
      </div>
    </Dialog>
  );
}

function Splats({ job }: { job: StudioJob }) {
  const host = useRef<HTMLDivElement>(null);
  const transport = useRef<PreviewTransport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const there = job.preview > 0;

  useEffect(() => {
    if (!there || host.current === null) return;
    const element = host.current;
    let viewport: Viewport | null = null;
    let over = false;
    const begin = async () => {
      const { mount } = await import("../../../viewport");
      transport.current = previewTransport(job);
      const theme = document.documentElement.dataset["theme"] === "light" ? "light" : "dark";
      viewport = await mount(element, transport.current, { theme });
      if (over) viewport.dispose();
      else setShown(true);
    };
    begin().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    return () => {
      over = true;
      transport.current = null;
      viewport?.dispose();
    };
    // a newer preview of the same job goes through the transport
  }, [there, job.id]);

  useEffect(() => transport.current?.take(job), [job]);

  return (
    <div className="training-splats">
      <div ref={host} className="viewport-host" />
      {failure !== null && <Notice tone="bad">{failure}</Notice>}
      {!shown && failure === null && (
        <div className="viewport-cover" role="status">
          <Spinner label={there ? "The preview opens" : "The training has drawn nothing yet"} size={20} />
        </div>
      )}
    </div>
  );
}
