// What of the scene's program is worth keeping for the next scene. Nothing is kept unless the person says so.

import { BookmarkPlus, Check, LibraryBig } from "lucide-react";
import { useEffect, useState } from "react";
import type { StudioJob } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { Button, Notice, ProgressBar } from "../../parts";
import { hasEnded, jobFile, startJob, useJobs } from "../../shell/jobs/jobStore";

interface LibraryOffer {
  name: string;
  word: string;
  phrase: string;
  size: [number, number, number];
  why: string;
  /** What was learned before and says the same. */
  like: { name: string; how: string } | null;
}

interface FoundOffers {
  offers: LibraryOffer[];
  passed_over: { name: string; reason: string }[];
}

export function LearnSection({ place }: { place: string | null }) {
  const job = useJobs((now) => now.jobs.find((each) => each.action === "learn_offers" && each.place === place) ?? null);
  const found = useOffers(job);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<Readonly<Record<string, string>>>({});
  const [saving, setSaving] = useState<string | null>(null);
  useEffect(() => {
    setSaved({});
    setProblem(null);
  }, [place]);
  const fail = (error: unknown) => setProblem(error instanceof RequestFailure ? error.message : String(error));
  const look = () => {
    setProblem(null);
    startJob("learn_offers", {}, { whenEnded: (done) => done.state === "failed" && setProblem(done.error?.message ?? "It failed.") }).catch(fail);
  };
  const save = (offer: LibraryOffer) => {
    setProblem(null);
    setSaving(offer.name);
    const ended = (done: StudioJob) => {
      setSaving(null);
      if (done.state === "finished") setSaved((before) => ({ ...before, [offer.name]: offer.like === null ? "Kept" : `Merged with ${offer.like.name.replaceAll("_", " ")}` }));
      else if (done.state !== "cancelled") setProblem(done.error?.message ?? "It failed.");
    };
    startJob("learn_entity", { name: offer.name }, { whenEnded: ended }).catch((error: unknown) => {
      setSaving(null);
      fail(error);
    });
  };
  const running = job !== null && !hasEnded(job);
  const sheet = job?.state === "finished" ? job.files.find(({ type }) => type === "picture") : undefined;
  return (
    <section className="room-offers" aria-label="Keep things for other scenes">
      <div className="room-task">
        <LibraryBig size={16} aria-hidden />
        <div className="room-words">
          <h2>Keep things for other scenes</h2>
          <p className="muted">What the program builds itself can go into your own library. Nothing is kept unless you say so.</p>
        </div>
        <Button size="small" isDisabled={running} onPress={look}>
          Look for some
        </Button>
      </div>
      {running && <ProgressBar label={job.what === "" ? "Looking at the program" : job.what} value={job.share > 0 ? job.share : null} />}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {found !== null && found.offers.length === 0 && <p>Nothing here is worth keeping{found.passed_over.length > 0 ? `: ${found.passed_over.map(({ name, reason }) => `${name.replaceAll("_", " ")} (${reason})`).join(", ")}` : ""}.</p>}
      {sheet !== undefined && found !== null && found.offers.length > 0 && <img className="room-sheet" src={jobFile(job!, sheet.n)} alt="Pictures of what is offered" />}
      <ul className="plain-list">
        {found?.offers.map((offer) => (
          <li key={offer.name} className="room-offer">
            <span>
              <strong>{offer.word}</strong> <span className="muted">{`${offer.phrase}, ${offer.size.map((side) => side.toFixed(2)).join(" × ")} m`}</span>
              {offer.like !== null && <span className="muted">{`; like ${offer.like.name.replaceAll("_", " ")} of your library`}</span>}
            </span>
            {saved[offer.name] !== undefined ? (
              <span className="room-kept">
                <Check size={14} aria-hidden />
                {saved[offer.name]}
              </span>
            ) : (
              <Button size="small" icon={BookmarkPlus} isPending={saving === offer.name} isDisabled={saving !== null} label={`Keep ${offer.word}`} onPress={() => save(offer)}>
                Keep
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOffers(job: StudioJob | null): FoundOffers | null {
  const [found, setFound] = useState<FoundOffers | null>(null);
  const id = job?.state === "finished" ? job.id : null;
  useEffect(() => {
    setFound(null);
    if (id === null) return;
    let over = false;
    getJson<FoundOffers | null>(`/api/jobs/${encodeURIComponent(id)}/result`)
      .then((result) => {
        if (!over) setFound(result);
      })
      .catch(() => undefined); // old results are forgotten
    return () => {
      over = true;
    };
  }, [id]);
  return found;
}
