// What a text is understood to ask for, before anything is written. For a language model it can be changed.

import { ListChecks, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Brief, BriefedText, StudioJob } from "../../../protocol";
import { getJson } from "../../api/client";
import { Button, IconButton, Notice, NumberField, ProgressBar } from "../../parts";
import { cancelJob, hasEnded, startJob, useJobs } from "../jobs/jobStore";
import { phraseOf, relationWords, roomWords, wholeWords, withCount, withoutRelation, withoutThing } from "./briefWords";

/** The brief of a text, on its way or there. */
export interface ShownBrief {
  /** The text that it is of. */
  text: string;
  job: string | null;
  brief: Brief | null;
  notes: string[];
  problem: string | null;
}

/** Has briefs made, the newest alone counts. */
export function useBrief(): { shown: ShownBrief | null; ask: (text: string, request: Record<string, unknown>, key: string) => Promise<void>; change: (brief: Brief) => void; close: () => void } {
  const [shown, setShown] = useState<ShownBrief | null>(null);
  const newest = useRef(0);
  useEffect(() => () => void (newest.current += 1), []);
  const ask = async (text: string, request: Record<string, unknown>, key: string) => {
    const number = (newest.current += 1);
    const tell = (change: Partial<ShownBrief>) => {
      if (number === newest.current) setShown((before) => ({ ...(before ?? { text, job: null, brief: null, notes: [], problem: null }), ...change }));
    };
    const ended = async (job: StudioJob) => {
      if (job.state !== "finished") tell({ problem: job.state === "cancelled" ? "It was cancelled." : (job.error?.message ?? "No brief came."), job: null });
      else {
        const made = await getJson<BriefedText>(`/api/jobs/${encodeURIComponent(job.id)}/result`);
        tell({ brief: made.brief, notes: made.notes, job: null });
      }
    };
    setShown({ text, job: "", brief: null, notes: [], problem: null });
    try {
      const job = await startJob("brief", request, { key, whenEnded: (done) => void ended(done).catch((error: unknown) => tell({ problem: String(error), job: null })) });
      if (!hasEnded(job)) tell({ job: job.id });
    } catch (error) {
      tell({ problem: error instanceof Error ? error.message : String(error), job: null });
    }
  };
  const close = () => {
    newest.current += 1;
    setShown(null);
  };
  return { shown, ask, change: (brief) => setShown((before) => (before === null ? null : { ...before, brief })), close };
}

export function BriefPanel({ shown, stale, editable, onChange, onClose }: { shown: ShownBrief; stale: boolean; editable: boolean; onChange: (brief: Brief) => void; onClose: () => void }) {
  const job = useJobs((now) => now.jobs.find((each) => each.id === shown.job) ?? null);
  const { brief } = shown;
  return (
    <section className="brief" aria-label="Brief">
      <header className="brief-head">
        <ListChecks size={16} aria-hidden />
        <h2>What is asked for</h2>
        <span className="bar-space" />
        <IconButton size="small" label="Close the brief" icon={X} onPress={onClose} />
      </header>
      {shown.job !== null && (
        <div className="brief-wait">
          <ProgressBar label={job?.what || "Reading the text"} value={null} />
          {job !== null && (
            <Button size="small" icon={X} onPress={() => void cancelJob(job)}>
              Cancel
            </Button>
          )}
        </div>
      )}
      {shown.problem !== null && <Notice tone="bad">{shown.problem}</Notice>}
      {brief !== null && stale && <Notice tone="warn">The text has changed since: this brief is not used. Show it anew.</Notice>}
      {brief !== null && <BriefView brief={brief} editable={editable && !stale} onChange={onChange} />}
      {shown.notes.map((note) => (
        <Notice key={note}>{note}</Notice>
      ))}
      {brief !== null && !stale && (
        <p className="field-note muted">{editable ? "The model writes by this, and the scene is measured against it." : "This is what the embedded writer reads in the text. Say it otherwise where something is wrong."}</p>
      )}
    </section>
  );
}

function BriefView({ brief, editable, onChange }: { brief: Brief; editable: boolean; onChange: (brief: Brief) => void }) {
  const room = roomWords(brief);
  const things = brief.things ?? [];
  const relations = brief.relations ?? [];
  return (
    <div className="brief-columns">
      <div className="brief-column">
        <h3>{things.length === 0 ? "Nothing is named" : "Things"}</h3>
        <ul className="plain-list">
          {things.map((thing) => (
            <li key={thing.id} className="brief-thing">
              {editable ? (
                <NumberField label={`How many: ${phraseOf(thing)}`} hideLabel value={thing.count ?? 1} min={1} max={1_000} step={1} onChange={(count) => onChange(withCount(brief, thing.id, count))} />
              ) : (
                <span className="brief-count numbers">{thing.count ?? 1}</span>
              )}
              <span className="brief-phrase">
                {phraseOf(thing)}
                {thing.at_least && <span className="muted"> or more</span>}
              </span>
              {editable && <IconButton size="small" label={`Leave out: ${phraseOf(thing)}`} icon={Trash2} onPress={() => onChange(withoutThing(brief, thing.id))} />}
            </li>
          ))}
        </ul>
      </div>
      <div className="brief-column">
        <h3>{relations.length === 0 ? "No places are said" : "Where they are"}</h3>
        <ul className="plain-list">
          {relations.map((relation, index) => (
            <li key={index} className="brief-thing">
              <span className="brief-phrase">{relationWords(brief, relation)}</span>
              {editable && <IconButton size="small" label={`Leave out: ${relationWords(brief, relation)}`} icon={Trash2} onPress={() => onChange(withoutRelation(brief, index))} />}
            </li>
          ))}
        </ul>
      </div>
      <dl className="brief-column brief-whole">
        <div>
          <dt>Place</dt>
          <dd>{room === "" ? <span className="muted">not said</span> : room}</dd>
        </div>
        {wholeWords(brief).map(([about, words]) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
