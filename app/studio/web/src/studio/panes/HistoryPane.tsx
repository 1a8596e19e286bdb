// The history of the scene: every change with its author, time and difference, and the way back to any of them.

import { Bot, ChevronRight, Grid2x2Check, History, Redo2, Undo2, User } from "lucide-react";
import { useEffect, useState } from "react";
import { getJson, RequestFailure } from "../api/client";
import { Badge, Button, EmptyState, IconButton, Notice, Segmented, Spinner } from "../parts";
import { useNow } from "../state/clock";
import { sessionPath, stepHistory, useStudio } from "../state/studio";
import { authorOf, diffLines, stateOf, timeWords, type DiffLine, type HistoryChange } from "./history/changes";
import { DiffView } from "./history/DiffView";
import "./panes.css";
import "./history/history.css";

interface Listed {
  earlier: number;
  changes: HistoryChange[];
}

const authors = { person: User, agent: Bot, solver: Grid2x2Check } as const;

export function HistoryPane() {
  const revision = useStudio((now) => now.scene?.revision);
  const session = useStudio((now) => now.session?.id);
  const [listed, setListed] = useState<Listed | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [which, setWhich] = useState<"changes" | "all">("changes");
  const [open, setOpen] = useState<number | null>(null);
  const [stepping, setStepping] = useState(false);

  useEffect(() => {
    if (revision === undefined || session === undefined) return;
    const control = new AbortController();
    // many steps in a row are fetched once
    const timer = setTimeout(() => {
      getJson<Listed>(sessionPath("/history"), control.signal)
        .then((answer) => {
          setListed(answer);
          setProblem(null);
        })
        .catch((error: unknown) => {
          if (!control.signal.aborted) setProblem(error instanceof RequestFailure ? error.message : String(error));
        });
    }, 120);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [revision, session]);

  const more = async () => {
    const first = listed?.changes[0]?.number;
    if (first === undefined) return;
    try {
      const older = await getJson<Listed>(sessionPath(`/history?before=${first}`));
      setListed((now) => (now === null ? older : { earlier: older.earlier, changes: [...older.changes, ...now.changes] }));
    } catch (error) {
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    }
  };

  const step = async (what: "undo" | "redo", times: number) => {
    setStepping(true);
    for (let done = 0; done < times; done += 1) {
      const outcome = await stepHistory(what);
      if (!outcome.ok) break;
    }
    setStepping(false);
  };

  const shown = [...(listed?.changes ?? [])].reverse().filter((change) => which === "all" || !["step", "left"].includes(stateOf(change)));
  const now = shown.findIndex((change) => change.undo === 1);
  return (
    <section className="pane history-pane" aria-label="History">
      <div className="pane-bar">
        <Segmented
          label="Which changes"
          options={[
            { id: "changes", label: "Changes" },
            { id: "all", label: "Everything" },
          ]}
          value={which}
          onChange={setWhich}
        />
        {stepping && <Spinner label="Going there" />}
      </div>
      <div className="pane-scroll">
        {problem !== null && (
          <div className="pane-body">
            <Notice tone="bad">{problem}</Notice>
          </div>
        )}
        {listed === null && problem === null && (
          <div className="pane-waiting">
            <Spinner label="The history is being read" size={20} />
          </div>
        )}
        {listed !== null && shown.length === 0 && (
          <EmptyState icon={History} title="Nothing has changed yet">
            Every change is listed here with who made it, and can be taken back.
          </EmptyState>
        )}
        <ol className="history-list">
          {shown.map((change, index) => (
            <Row
              key={change.number}
              change={change}
              current={index === now}
              open={open === change.number}
              onOpen={() => setOpen(open === change.number ? null : change.number)}
              busy={stepping}
              onStep={(what, times) => void step(what, times)}
            />
          ))}
        </ol>
        {(listed?.earlier ?? 0) > 0 && (
          <div className="pane-body">
            <Button size="small" onPress={() => void more()}>
              Show {listed?.earlier} earlier
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  change: HistoryChange;
  current: boolean;
  open: boolean;
  onOpen: () => void;
  busy: boolean;
  onStep: (what: "undo" | "redo", times: number) => void;
}

function Row({ change, current, open, onOpen, busy, onStep }: RowProps) {
  const now = useNow();
  const state = stateOf(change);
  const Icon = authors[change.author] ?? User;
  return (
    <li className={`history-row ${state} ${current ? "current" : ""}`} aria-current={current ? "step" : undefined}>
      <div className="history-line">
        <button type="button" className="history-open" aria-expanded={open} onClick={onOpen}>
          <ChevronRight size={12} className="history-arrow" aria-hidden />
          <span className={`history-author ${change.author}`} title={authorOf(change)}>
            <Icon size={14} aria-label={authorOf(change)} />
          </span>
          <span className="history-words">
            <span>{change.what}</span>
            <span className="muted history-when">
              {change.name ?? change.author} · <time dateTime={change.time}>{timeWords(change.time, now)}</time> · {change.number}
            </span>
          </span>
        </button>
        {current && <Badge>now</Badge>}
        {state === "undone" && <Badge>undone</Badge>}
        {state === "left" && <Badge>left behind</Badge>}
        {change.undo !== null && (
          <IconButton
            label={change.undo === 1 ? "Take this back" : `Take back ${change.undo} changes, this one too`}
            icon={Undo2}
            size="small"
            placement="left"
            isDisabled={busy}
            onPress={() => onStep("undo", change.undo ?? 0)}
          />
        )}
        {change.redo !== null && (
          <IconButton
            label={change.redo === 1 ? "Do this again" : `Do ${change.redo} changes again, to this one`}
            icon={Redo2}
            size="small"
            placement="left"
            isDisabled={busy}
            onPress={() => onStep("redo", change.redo ?? 0)}
          />
        )}
      </div>
      {open && <Difference number={change.number} />}
    </li>
  );
}

function Difference({ number }: { number: number }) {
  const [lines, setLines] = useState<DiffLine[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let over = false;
    getJson<{ before: string; after: string }>(sessionPath(`/history/${number}`))
      .then(({ before, after }) => {
        if (!over) setLines(diffLines(before, after));
      })
      .catch((error: unknown) => {
        if (!over) setProblem(error instanceof RequestFailure ? error.message : String(error));
      });
    return () => {
      over = true;
    };
  }, [number]);
  if (problem !== null) return <Notice tone="bad">{problem}</Notice>;
  return lines === null ? <Spinner label="The difference is being read" /> : <DiffView lines={lines} />;
}
