// Tasks on the whole room, each one undo step: what it lacks, where things stand, what lies about, its style, and a picture of it. Beside them
// what came of the last one, and what of the scene is worth keeping.

import { ArrowLeftRight, BrushCleaning, Camera, Paintbrush, Sofa, Undo2, X, type LucideIcon } from "lucide-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { withNames } from "../../naming";
import type { DressLevel, RoomTaskDone, StudioJob } from "../../protocol";
import { getJson, RequestFailure } from "../api/client";
import { Button, Checkbox, Notice, ProgressBar, Segmented, TextField } from "../parts";
import { cancelJob, hasEnded, startJob, useJobs } from "../shell/jobs/jobStore";
import { actionName } from "../shell/jobs/jobWords";
import { pictureRefusal, pictureTypes } from "../shell/start/promptPictures";
import { upload } from "../shell/start/uploads";
import { stepHistory, useStudio } from "../state/studio";
import { LearnSection } from "./room/LearnSection";
import { lastTask, outcomeOf, styles, type FittedScene, type TaskAction, type TaskOutcome } from "./room/tasks";
import "./panes.css";
import "./room/room.css";

export function RoomPane() {
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const pinned = useStudio((now) => now.pinned);
  const selection = useStudio((now) => now.selection);
  const jobs = useJobs((now) => now.jobs);
  const task = useMemo(() => lastTask(jobs, place), [jobs, place]);
  const running = task !== null && !hasEnded(task);
  const [problem, setProblem] = useState<string | null>(null);
  const [level, setLevel] = useState<DressLevel>("light");
  const [also, setAlso] = useState(false);
  const [keep, setKeep] = useState(false);
  const [style, setStyle] = useState("");
  const [part, setPart] = useState(false);
  const [kind, setKind] = useState("");
  useEffect(() => setProblem(null), [place]);

  const start = async (action: TaskAction, request: Record<string, unknown>) => {
    setProblem(null);
    try {
      await startJob(action, request, { whenEnded: () => undefined });
    } catch (error) {
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    }
  };
  const restyle = (words: string) => {
    const chosen = part && selection.length > 0;
    void start("restyle", { style: words.trim(), pinned, ...(chosen && { part: selection }) });
  };
  const fit = async (file: File | undefined) => {
    if (file === undefined) return;
    const refusal = pictureRefusal(file);
    if (refusal !== null) return setProblem(refusal);
    try {
      const sent = await upload("picture", [{ file, name: file.name }], () => undefined);
      await start("fit", { image: sent.id });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const ofKind = kind.trim();
  return (
    <section className="pane room-pane" aria-label="Room">
      <div className="pane-scroll">
        <div className="room-grid">
          <div className="room-tasks">
            <Task icon={Sofa} title="Complete it" about="Adds what such a room has and this one lacks. What is there stays.">
              <Segmented label="Dressing of what comes" value={level} onChange={setLevel} options={levels} />
              <Button size="small" isDisabled={running} onPress={() => void start("furnish", { level, place: ofKind, pinned })}>
                Complete
              </Button>
            </Task>
            <Task icon={ArrowLeftRight} title="Re-arrange it" about="The same things in a sensible arrangement. What is pinned stays.">
              <Checkbox isSelected={also} onChange={setAlso}>
                Add what is missing
              </Checkbox>
              <Button size="small" isDisabled={running} onPress={() => void start("rearrange", { furnish: also, place: ofKind, pinned })}>
                Re-arrange
              </Button>
            </Task>
            <Task icon={BrushCleaning} title="Tidy it up" about="Puts what lies about where it belongs, or takes it away.">
              <Checkbox isSelected={keep} onChange={setKeep}>
                Take nothing away
              </Checkbox>
              <Button size="small" isDisabled={running} onPress={() => void start("tidy", { keep, pinned })}>
                Tidy up
              </Button>
            </Task>
            <Task icon={Paintbrush} title="Give it a style" about="Other colours, materials and kinds of objects. Places and sizes stay.">
              <TextField label="Style" hideLabel value={style} placeholder="Japandi, art deco, blue and white …" maxLength={200} onChange={setStyle} onKeyDown={(event) => event.key === "Enter" && style.trim() !== "" && !running && restyle(style)} className="room-style" />
              {selection.length > 0 && (
                <Checkbox isSelected={part} onChange={setPart}>
                  The selection alone
                </Checkbox>
              )}
              <Button size="small" isDisabled={running || style.trim() === ""} onPress={() => restyle(style)}>
                Restyle
              </Button>
              <div className="room-styles" role="group" aria-label="Styles">
                {styles.map((words) => (
                  <button key={words} type="button" className="chat-suggestion" onClick={() => setStyle(words)}>
                    {words}
                  </button>
                ))}
              </div>
            </Task>
            <Task icon={Camera} title="Bring it to a picture" about="Moves, turns, scales and colours things until the scene looks like a picture of it.">
              <FileTrigger acceptedFileTypes={pictureTypes} onSelect={(list) => void fit(list?.[0])}>
                <Button size="small" isDisabled={running}>
                  Choose a picture
                </Button>
              </FileTrigger>
            </Task>
            <TextField label="Kind of place" value={kind} placeholder="as its text, its name and its things tell" maxLength={80} onChange={setKind} className="room-kind" />
          </div>
          <div className="room-results">
            {problem !== null && <Notice tone="bad">{problem}</Notice>}
            {task === null ? (
              problem === null && <p className="muted">Each task is one step that can be undone, and says here what it did. It needs no language model.</p>
            ) : (
              <TaskView job={task} />
            )}
            <LearnSection place={place} />
          </div>
        </div>
      </div>
    </section>
  );
}

const levels: readonly { id: DressLevel; label: string }[] = [
  { id: "none", label: "Furniture" },
  { id: "light", label: "Light" },
  { id: "full", label: "Full" },
];

function Task({ icon: Icon, title, about, children }: { icon: LucideIcon; title: string; about: string; children: ReactNode }) {
  return (
    <section className="room-task" aria-label={title}>
      <Icon size={16} aria-hidden />
      <div className="room-words">
        <h2>{title}</h2>
        <p className="muted">{about}</p>
      </div>
      <div className="room-controls">{children}</div>
    </section>
  );
}

/** The last task: how far it is, or what it did. */
function TaskView({ job }: { job: StudioJob }) {
  const outcome = useOutcome(job);
  const nodes = useStudio((now) => now.scene?.nodes);
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const named = (text: string) => (nodes === undefined ? text : withNames(nodes, text));
  if (!hasEnded(job)) {
    return (
      <div className="room-running">
        <ProgressBar label={job.what === "" ? `${actionName(job.action)} begins` : job.what} value={job.state === "running" && job.share > 0 ? job.share : null} />
        <Button size="small" icon={X} onPress={() => void cancelJob(job)}>
          Cancel
        </Button>
      </div>
    );
  }
  if (job.state === "cancelled") return <Notice>{`${actionName(job.action)} was cancelled. The scene is as it was.`}</Notice>;
  if (job.state !== "finished") return <Notice tone="bad">{capital(named(job.error?.message ?? "It failed."))}</Notice>;
  if (outcome === null) return null;
  const current = outcome.done && revision === outcome.revision;
  return (
    <>
      <Notice
        tone={outcome.done ? "good" : "info"}
        {...(current && {
          action: (
            <Button size="small" icon={Undo2} onPress={() => void stepHistory("undo")}>
              Undo
            </Button>
          ),
        })}
      >
        {outcome.says} {outcome.done && !current && <span className="muted">The scene has changed since.</span>}
      </Notice>
      {outcome.notDone.length > 0 && (
        <div className="room-left">
          <h2 className="text-heading">Not done</h2>
          <ul className="plain-list">
            {outcome.notDone.map(({ thing, reason }, index) => (
              <li key={index}>
                {named(thing)}
                <span className="muted">{`: ${named(reason)}`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {outcome.notes.map((note) => (
        <p key={note} className="muted">
          {named(note)}
        </p>
      ))}
    </>
  );
}

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

function useOutcome(job: StudioJob): TaskOutcome | null {
  const [outcome, setOutcome] = useState<TaskOutcome | null>(null);
  const { id, action } = job;
  const finished = job.state === "finished";
  useEffect(() => {
    setOutcome(null);
    if (!finished) return;
    let over = false;
    getJson<RoomTaskDone | FittedScene | null>(`/api/jobs/${encodeURIComponent(id)}/result`)
      .then((result) => {
        if (!over && result !== null) setOutcome(outcomeOf(action, result));
      })
      .catch(() => undefined); // old results are forgotten
    return () => {
      over = true;
    };
  }, [id, action, finished]);
  return outcome;
}
