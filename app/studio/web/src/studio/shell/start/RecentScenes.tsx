import { Box, Copy, Ellipsis, FolderSearch, PenLine, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { ScenePlace } from "../../../protocol";
import { getJson, sendJson } from "../../api/client";
import { Button as AriaButton } from "react-aria-components";
import { Button, ConfirmDialog, EditableText, EmptyState, MenuButton, SearchField, Spinner } from "../../parts";
import { useNow } from "../../state/clock";
import { onEvent, openPlace, toast } from "../../state/studio";
import { tellFailure, useJobs } from "../jobs/jobStore";
import { ago } from "../jobs/jobWords";
import { copyScene, mostTitle, renameScene, withPlace } from "../state/places";

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

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === "place") setPlaces((now) => (now === null ? null : withPlace(now, event.place)));
      }),
    [],
  );

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
            <SceneCard place={place} pictures={pictures} onChanged={(changed) => setPlaces((now) => withPlace(now ?? [], changed))} onRemoved={() => setPlaces((now) => now?.filter((each) => each.id !== place.id) ?? null)} />
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

interface CardProps {
  place: ScenePlace;
  pictures: number;
  onChanged: (place: ScenePlace) => void;
  onRemoved: () => void;
}

function SceneCard({ place, pictures, onChanged, onRemoved }: CardProps) {
  const [missing, setMissing] = useState(false);
  const [opening, setOpening] = useState(false);
  const [naming, setNaming] = useState(false);
  useEffect(() => setMissing(false), [pictures, place.pictured]);
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
  const act = async (id: string) => {
    if (id === "rename") setNaming(true);
    else if (id === "remove") setAsking(true);
    else {
      const made = await copyScene(place);
      if (made !== null) onChanged(made);
    }
  };
  const name = async (title: string | null) => {
    setNaming(false);
    const renamed = title === null ? null : await renameScene(place, title);
    if (renamed !== null) onChanged(renamed);
  };
  const now = useNow();
  const words = place.opened > 0 ? `Opened ${ago(place.opened, now)}` : `Changed ${ago(place.changed, now)}`;
  return (
    <>
    <button type="button" className="scene-card" disabled={opening} onClick={() => void open()}>
      <span className="scene-picture">
        {missing || place.pictured === 0 ? (
          <Box size={28} strokeWidth={1.25} aria-hidden />
        ) : (
          <img src={`/api/places/${place.id}/picture?size=480&v=${Math.round(place.pictured * 1000)}.${pictures}`} alt="" loading="lazy" decoding="async" onError={() => setMissing(true)} />
        )}
        {opening && (
          <span className="scene-opening">
            <Spinner label="It is opened" />
          </span>
        )}
      </span>
      <span className="scene-words">
        <strong className="cut">{place.title}</strong>
        <span className="muted cut">{words}</span>
      </span>
    </button>
    {naming && <EditableText className="scene-naming" label={`Title of ${place.title}`} value={place.title} maxLength={mostTitle} onDone={(title) => void name(title)} />}
    <MenuButton
      label={`Actions on ${place.title}`}
      placement="bottom end"
      entries={[
        { id: "rename", label: "Rename", icon: PenLine },
        { id: "copy", label: "Make a copy", icon: Copy },
        null,
        { id: "remove", label: "Remove ...", icon: Trash2, danger: true },
      ]}
      onAction={(id) => void act(id)}
    >
      <AriaButton className="icon-button small scene-actions" aria-label={`Rename, copy or remove ${place.title}`}>
        <Ellipsis size={16} aria-hidden />
      </AriaButton>
    </MenuButton>
    <ConfirmDialog title={`Remove “${place.title}”?`} isOpen={asking} onClose={() => setAsking(false)} confirm="Remove" danger onConfirm={() => void remove()}>
      It leaves this list. Its folder is kept: one in your folder of scenes goes to .removed there.
    </ConfirmDialog>
    </>
  );
}
