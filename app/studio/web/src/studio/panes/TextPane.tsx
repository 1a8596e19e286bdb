// The text that a scene was made of: what the scene shows of it, what not and why, how it is dressed, and another scene of the same text.

import { Check, CircleHelp, Dices, TextQuote, X } from "lucide-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Dress, DressedScene, DressLevel, GeneratedScene, StudioJob } from "../../protocol";
import { getJson, RequestFailure } from "../api/client";
import { Button, EmptyState, Notice, ProgressBar, Segmented, TextField } from "../parts";
import { hasEnded, startJob, useJobs } from "../shell/jobs/jobStore";
import { openAnother, startAndOpen } from "../shell/start/generating";
import { dresses, useWriter } from "../shell/start/writer";
import { useStudio } from "../state/studio";
import { RunsSection } from "./room/RunsSection";
import { anotherRequest, dressedWords, makerOf, readingOf, readingSummary, seedOf, type ReadLine } from "./text/reading";
import "./panes.css";
import "./text/text.css";

export function TextPane() {
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const jobs = useJobs((now) => now.jobs);
  const ended = useMemo(() => jobs.filter(hasEnded).length, [jobs]);
  const maker = useMemo(() => makerOf(jobs, place), [jobs, place]);
  return (
    <section className="pane text-pane" aria-label="Text">
      <div className="pane-scroll">
        <div className="text-grid">
          <div className="text-column">
            {maker !== null && <Another maker={maker} />}
            <Dressing place={place} jobs={jobs} asked={maker !== null} />
            <RunsSection hasEnded={ended} />
          </div>
          {maker !== null ? (
            <ReadingView maker={maker} />
          ) : (
            <EmptyState icon={TextQuote} title="This scene was not made of a text here">
              Make a scene of a sentence on the first page: then this pane says, clause by clause, what of it the scene shows.
            </EmptyState>
          )}
        </div>
      </div>
    </section>
  );
}

function Another({ maker }: { maker: StudioJob }) {
  const given = maker.request["dress"];
  const [dress, setDress] = useState<Dress>(dresses.find(({ id }) => id === given)?.id ?? "light");
  const byModel = typeof maker.request["model"] === "string";
  const running = useJobs((now) => now.jobs.some((job) => job.action === "generate" && !hasEnded(job)));
  const start = () => void startAndOpen("generate", anotherRequest(maker, dress), maker.keyed ? useWriter.getState().key : "", openAnother);
  return (
    <>
      <blockquote className="text-said">{String(maker.request["text"])}</blockquote>
      <div className="button-row text-row">
        <Button size="small" icon={Dices} onPress={start} isDisabled={running}>
          {`Another one, seed ${seedOf(maker) + 1}`}
        </Button>
        {running ? (
          <span className="muted">A scene is being made</span>
        ) : (
          !byModel && <Segmented label="What another one gets that you did not ask for" value={dress} onChange={setDress} options={dresses} />
        )}
      </div>
    </>
  );
}

const levels: readonly { id: DressLevel; label: string }[] = [
  { id: "none", label: "None" },
  { id: "light", label: "Light" },
  { id: "full", label: "Full" },
];

function Dressing({ place, jobs, asked }: { place: string | null; jobs: readonly StudioJob[]; asked: boolean }) {
  const [kind, setKind] = useState("");
  const [told, setTold] = useState<{ tone: "info" | "bad"; text: string } | null>(null);
  useEffect(() => setTold(null), [place]);
  const running = jobs.find((job) => job.action === "dress" && job.place === place && !hasEnded(job)) ?? null;
  const start = async (level: DressLevel) => {
    setTold(null);
    const tell = async (job: StudioJob) => {
      if (job.state === "failed" || job.state === "lost") setTold({ tone: "bad", text: job.error?.message ?? "It failed." });
      if (job.state !== "finished") return;
      const dressed = await getJson<DressedScene | null>(`/api/jobs/${encodeURIComponent(job.id)}/result`);
      if (dressed !== null) setTold({ tone: "info", text: dressedWords(dressed) });
    };
    try {
      await startJob("dress", { level, place: asked ? "" : kind.trim() }, { whenEnded: (job) => void tell(job).catch(fail) });
    } catch (error) {
      fail(error);
    }
  };
  const fail = (error: unknown) => setTold({ tone: "bad", text: error instanceof RequestFailure ? error.message : String(error) });
  return (
    <div className="text-dressing">
      <div className="button-row text-row">
        <h2 className="text-heading">Dressing of this scene</h2>
        {levels.map(({ id, label }) => (
          <Button key={id} size="small" onPress={() => void start(id)} isDisabled={running !== null}>
            {label}
          </Button>
        ))}
      </div>
      {!asked && <TextField label="Kind of place" value={kind} placeholder="bedroom" maxLength={80} onChange={setKind} />}
      {running !== null && <ProgressBar label={running.what === "" ? "Begins" : running.what} value={running.state === "waiting" ? null : running.share} />}
      {told !== null ? (
        <Notice tone={told.tone}>{told.text}</Notice>
      ) : (
        <p className="text-note muted">Plants, pictures, books, sockets: what nobody asked for. What you moved, changed or added stays.</p>
      )}
    </div>
  );
}

function ReadingView({ maker }: { maker: StudioJob }) {
  const [made, setMade] = useState<GeneratedScene | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const id = maker.id;
  useEffect(() => {
    let over = false;
    setMade(null);
    setProblem(null);
    getJson<GeneratedScene | null>(`/api/jobs/${encodeURIComponent(id)}/result`)
      .then((result) => {
        if (!over) setMade(result);
      })
      .catch((error: unknown) => setProblem(error instanceof RequestFailure ? error.message : String(error)));
    return () => {
      over = true;
    };
  }, [id]);
  const reading = useMemo(() => (made === null ? null : readingOf(made)), [made]);
  if (problem !== null) return <Notice tone="bad">{problem}</Notice>;
  if (made === null) return null;
  if (reading === null) return <Notice>A language model wrote this scene. What it understood of the text, it does not say.</Notice>;
  const changed = revision !== null && made.revision !== undefined && revision !== made.revision;
  return (
    <>
      <div className="text-column">
        <p className="text-summary" role="status">
          {readingSummary(reading)} {changed && <span className="muted">It was judged when the scene was made; it has changed since.</span>}
        </p>
        <Group title="Not shown" lines={reading.missing} icon={<X size={14} className="bad" aria-hidden />} />
        <Group title="Not understood" lines={reading.notUnderstood} icon={<CircleHelp size={14} className="warn" aria-hidden />} />
        <Group title="Not judged" lines={reading.unjudged} icon={<CircleHelp size={14} className="muted" aria-hidden />} />
      </div>
      <div className="text-column">
        <Group title="Shown" lines={reading.shown} icon={<Check size={14} className="good" aria-hidden />} />
      </div>
    </>
  );
}

function Group({ title, lines, icon }: { title: string; lines: readonly ReadLine[]; icon: ReactNode }) {
  if (lines.length === 0) return null;
  return (
    <div className="text-group">
      <h2 className="text-heading">{`${title} (${lines.length})`}</h2>
      <ul className="plain-list">
        {lines.map(({ says, why, instead }, index) => (
          <li key={index} className="text-line">
            {icon}
            <span>
              {says}
              {why !== "" && <span className="muted">{`: ${why}`}</span>}
              {instead !== "" && <span className="muted">{`; instead: ${instead}`}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
