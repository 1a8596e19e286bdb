import { Box, FolderSearch, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { ScenePlace } from "../../../protocol";
import { getJson, sendJson } from "../../api/client";
import { Button, ConfirmDialog, EmptyState, IconButton, SearchField, Spinner } from "../../parts";
import { openPlace, toast } from "../../state/studio";
import { tellFailure, useJobs } from "../jobs/jobStore";
import { ago } from "../jobs/jobWords";

const firstShown = 12;

export function RecentScenes() {
  const [places, setPlaces] = useState<ScenePlace[] | null>(null);
  const [query, setQuery] = useState("");
  const [all, setAll] = useState(false);
  // a job that ended may have made a scene
  const made = useJobs((now) => now.jobs.filter((job) => job.made !== null).length);
  const pictures = useJobs((now) => now.pictures);
  useEffect(() => {
    getJson<{ places: ScenePlace[] }>("/api/places")
      .then((answer) => setPlaces(answer.places))
      .catch((error: unknown) => {
        setPlaces([]);
        tellFailure(error);
      });
  }, [made, pictures]);

  const found = (places ?? []).filter((place) => place.title.toLowerCase().includes(query.trim().toLowerCase()));
  const shown = all || query !== "" ? found : found.slice(0, firstShown);
  return (
    <section className="recent" aria-label="Scenes" id="scenes">
      <div className="recent-bar">
        <h2>Scenes</h2>
        {places !== null && <span className="muted numbers">{places.length}</span>}
        <span className="bar-space" />
        {places !== null && places.length > 6 && <SearchField label="Search scenes" placeholder="Search scenes" value={query} onChange={setQuery} />}
      </div>
      {places === null && (
        <div className="dialog-wait">
          <Spinner label="The scenes are looked for" />
        </div>
      )}
      {places !== null && found.length === 0 && (
        <EmptyState icon={FolderSearch} title={query === "" ? "No scenes yet" : "No scene is called that"}>
          {query === "" ? "Click an example above, and the first one is there in some seconds." : "Try another word of its title."}
        </EmptyState>
      )}
      <ul className="scene-grid">
        {shown.map((place) => (
          <li key={place.id} className="scene-item">
            <SceneCard place={place} pictures={pictures} onRemoved={() => setPlaces((now) => now?.filter((each) => each.id !== place.id) ?? null)} />
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <Button className="show-all" onPress={() => setAll(true)}>
          Show all {found.length} scenes
        </Button>
      )}
    </section>
  );
}

function SceneCard({ place, pictures, onRemoved }: { place: ScenePlace; pictures: number; onRemoved: () => void }) {
  const [missing, setMissing] = useState(false);
  const [opening, setOpening] = useState(false);
  useEffect(() => setMissing(false), [pictures]);
  const open = async () => {
    setOpening(true);
    try {
      await openPlace(place.id);
    } catch (error) {
      setOpening(false);
      tellFailure(error);
    }
  };
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    try {
      const { moved } = await sendJson<{ moved: boolean }>("DELETE", `/api/places/${place.id}`, {});
      onRemoved();
      toast("info", moved ? `“${place.title}” is in the folder .removed beside your scenes.` : `“${place.title}” is no longer listed. Its folder stays where it is.`);
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <>
    <button type="button" className="scene-card" disabled={opening} onClick={() => void open()}>
      <span className="scene-picture">
        {missing || place.pictured === 0 ? (
          <Box size={28} strokeWidth={1.25} aria-hidden />
        ) : (
          <img src={`/api/places/${place.id}/picture?size=480&v=${Math.round(place.pictured)}.${pictures}`} alt="" loading="lazy" decoding="async" onError={() => setMissing(true)} />
        )}
        {opening && (
          <span className="scene-opening">
            <Spinner label="It is opened" />
          </span>
        )}
      </span>
      <span className="scene-words">
        <strong className="cut">{place.title}</strong>
        <span className="muted cut">{place.opened > 0 ? `Opened ${ago(place.opened, Date.now())}` : `Changed ${ago(place.changed, Date.now())}`}</span>
      </span>
    </button>
    <IconButton label={`Remove ${place.title}`} icon={Trash2} size="small" className="scene-remove" onPress={() => setAsking(true)} />
    <ConfirmDialog title={`Remove “${place.title}”?`} isOpen={asking} onClose={() => setAsking(false)} confirm="Remove" danger onConfirm={() => void remove()}>
      It leaves this list. Its folder is kept: one in your folder of scenes goes to .removed there.
    </ConfirmDialog>
    </>
  );
}
