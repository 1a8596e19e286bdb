// The layout: check, repair, and what holds and what does not.

import { LayoutGrid, Pin, PinOff, Play, Plus, ShieldCheck, Square } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { thingName } from "../../naming";
import type { SceneNode, StudioJob } from "../../protocol";
import { getJson, RequestFailure } from "../api/client";
import { Badge, Button, EmptyState, Notice, ProgressBar, Section, Segmented, Switch } from "../parts";
import { cancelJob, hasEnded, startJob, useJobs } from "../shell/jobs/jobStore";
import { switchPinned } from "../shell/state/edits";
import { useShell } from "../shell/state/shell";
import { acceptRepair, stepHistory, toast, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";
import { allMarks, backMotions, counted, marksOf, readReport, readyRepair, type LayoutReport } from "./layout/report";
import { MarksLegend } from "./layout/MarksLegend";
import { ReportView } from "./layout/ReportView";
import { RelationForm } from "./relations/RelationForm";
import "./panes.css";
import "./layout/layout.css";

interface Shown {
  job: string;
  report: LayoutReport;
  /** Of the scene that the report is about. */
  revision: number | null;
}

export function LayoutPane() {
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const jobs = useJobs((now) => now.jobs);
  const mine = useMemo(() => jobs.filter((job) => job.action === "layout" && job.place === place), [jobs, place]);
  const running = mine.find((job) => !hasEnded(job)) ?? null;
  const last = mine.find((job) => job.state === "finished") ?? null;
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [settle, setSettle] = useState(true);
  const [bestEffort, setBestEffort] = useState(false);
  const [adding, setAdding] = useState(false);
  const [marked, setMarked] = useState(allMarks);
  /** The report whose repair was accepted: it is no offer any more. */
  const [accepted, setAccepted] = useState<string | null>(null);
  const pinned = useStudio((now) => now.pinned);
  const inFront = useShell((now) => now.rightTab === "layout" && now.rightOpen);

  const report = useMemo(() => (shown === null ? null : shown.job === accepted ? { ...shown.report, offered: null } : shown.report), [shown, accepted]);

  // a page that is loaded anew finds the last report again
  const lastId = last?.id ?? null;
  useEffect(() => {
    if (lastId === null) {
      setShown(null);
      return;
    }
    let over = false;
    getJson<LayoutReport | null>(`/api/jobs/${encodeURIComponent(lastId)}/result`)
      .then((report) => {
        if (!over && report !== null) setShown({ job: lastId, report: readReport(report), revision: report.revision ?? useStudio.getState().scene?.revision ?? null });
      })
      .catch((error: unknown) => setProblem(error instanceof RequestFailure ? error.message : String(error)));
    return () => {
      over = true;
    };
  }, [lastId]);

  useEffect(() => {
    const { scene } = useStudio.getState();
    const marks = report === null || !inFront || scene === null ? null : marksOf(report, scene.relations, scene.nodes, marked);
    useStudio.setState({ marks });
  }, [report, marked, inFront, revision]);

  const start = async (request: Record<string, unknown>) => {
    setProblem(null);
    try {
      await startJob("layout", request, { whenEnded: (job) => setProblem(job.state === "failed" || job.state === "lost" ? (job.error?.message ?? "The layout failed.") : null) });
    } catch (error) {
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    }
  };
  const lay = (more: Record<string, unknown> = {}) => void start({ settle, best_effort: bestEffort, keep: pinned, ...more });

  const ready = shown === null ? null : readyRepair(shown.report, revision);
  const accept = async () => {
    if (shown === null || ready === null) {
      lay({ accept: true });
      return;
    }
    const outcome = await acceptRepair(ready.text, ready.revision);
    // others were faster: the repair has to be found for what they made
    if (!outcome.ok && outcome.error.stale) lay({ accept: true });
    else if (!outcome.ok) setProblem(outcome.error.message);
    else {
      setAccepted(shown.job);
      toast("success", `The repair is made: ${counted(shown.report.offered?.moves.length ?? 0, "thing", "things")} moved. Undo brings them back.`);
    }
  };

  return (
    <section className="pane layout-pane" aria-label="Layout">
      <div className="layout-form">
        <div className="button-row">
          <Button variant="primary" icon={Play} onPress={() => lay()} isDisabled={running !== null}>
            Lay out
          </Button>
          <Button icon={ShieldCheck} onPress={() => void start({ check: true, settle })} isDisabled={running !== null}>
            Check
          </Button>
          <span className="grow" />
          {shown !== null && shown.report.moved.length > 0 && <BeforeAfter shown={shown} revision={revision} />}
        </div>
        <div className="layout-options">
          <Switch isSelected={settle} onChange={setSettle}>
            Let it settle
          </Switch>
          <Switch isSelected={bestEffort} onChange={setBestEffort}>
            Nearest if relations conflict
          </Switch>
        </div>
        {shown !== null && <MarksLegend report={report!} marked={marked} onChange={setMarked} />}
        {running !== null && <Running job={running} />}
      </div>
      <div className="pane-scroll">
        {problem !== null && (
          <div className="pane-body">
            <Notice tone="bad">{problem}</Notice>
          </div>
        )}
        <Pins />
        <div className="layout-add">
          {adding ? (
            <RelationForm first={useStudio.getState().selection} onClose={() => setAdding(false)} />
          ) : (
            <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
              Add a relation
            </Button>
          )}
        </div>
        {shown !== null ? (
          <ReportView report={report!} stale={shown.revision !== revision} ready={ready !== null} onAccept={() => void accept()} accepting={running !== null} />
        ) : (
          running === null && (
            <EmptyState icon={LayoutGrid} title="Nothing was checked yet">
              Check tells what collides, floats or breaks a relation. Lay out repairs it with the smallest moves; a large repair is only offered.
            </EmptyState>
          )
        )}
      </div>
    </section>
  );
}

function Running({ job }: { job: StudioJob }) {
  const waits = job.state === "waiting";
  return (
    <div className="layout-running" role="status">
      <ProgressBar label={waits ? `Waits for its turn (${job.position})` : job.what === "" ? "Begins" : job.what} value={waits ? null : job.share} />
      <Button size="small" icon={Square} onPress={() => void cancelJob(job)}>
        Stop
      </Button>
    </div>
  );
}

/** Shows where things stood before the layout, without a change where the viewport can, else by undo and redo. */
function BeforeAfter({ shown, revision }: { shown: Shown; revision: number | null }) {
  const [side, setSide] = useState<"before" | "after">("after");
  const [own, setOwn] = useState(shown.revision);
  useEffect(() => {
    setSide("after");
    setOwn(shown.revision);
    return () => currentViewport()?.preview?.(null);
  }, [shown]);
  const fits = revision === own;
  const show = async (next: "before" | "after") => {
    if (next === side) return;
    setSide(next);
    const viewport = currentViewport();
    if (viewport?.preview !== undefined) {
      viewport.preview(next === "before" ? backMotions(shown.report.moved) : null);
      return;
    }
    const outcome = await stepHistory(next === "before" ? "undo" : "redo");
    if (outcome.ok) setOwn(outcome.result.revision);
  };
  return (
    <Segmented
      label="Poses"
      options={[
        { id: "before", label: "Before", isDisabled: !fits },
        { id: "after", label: "After", isDisabled: !fits },
      ]}
      value={side}
      onChange={(next) => void show(next)}
    />
  );
}

const noNodes: SceneNode[] = [];

function Pins() {
  const pinned = useStudio((now) => now.pinned);
  const nodes = useStudio((now) => now.scene?.nodes ?? noNodes);
  const selection = useStudio((now) => now.selection);
  const all = selection.length > 0 && selection.every((path) => pinned.includes(path));
  return (
    <Section
      title={pinned.length === 0 ? "Pinned things" : `Pinned things (${pinned.length})`}
      defaultOpen={pinned.length > 0}
      actions={
        <Button
          size="small"
          variant="quiet"
          icon={all ? PinOff : Pin}
          isDisabled={selection.length === 0}
          onPress={() => switchPinned(selection)}
        >
          {all ? "Unpin the selection" : "Pin the selection"}
        </Button>
      }
    >
      {pinned.length === 0 ? (
        <p className="pane-note muted">The layout may move everything. What is pinned stays where it is, and has a pin in the outliner and in the view.</p>
      ) : (
        <div className="button-row">
          {pinned.map((path) => (
            <button key={path} type="button" className="pin-chip" onClick={() => switchPinned([path])} aria-label={`Unpin ${thingName(nodes, path)}`} title={`Unpin ${path}`}>
              <Badge>{thingName(nodes, path)} ×</Badge>
            </button>
          ))}
        </div>
      )}
    </Section>
  );
}
