// Titles and copies of scenes, for the first page and the bar of a scene.

import type { ScenePlace } from "../../../protocol";
import { sendJson } from "../../api/client";
import { onEvent, useStudio } from "../../state/studio";
import { tellFailure } from "../jobs/jobStore";

export const mostTitle = 120;

/** Gives a scene another title. An empty one, or the same, changes nothing. Where it fails, the person hears why. */
export async function renameScene(place: ScenePlace, title: string): Promise<ScenePlace | null> {
  const plain = title.trim().replaceAll(/\s+/g, " ").slice(0, mostTitle);
  if (plain === "" || plain === place.title) return null;
  return asked("PUT", `/api/places/${place.id}`, { title: plain });
}

/** Copies a scene; null where it fails, and the person hears why. */
export function copyScene(place: ScenePlace): Promise<ScenePlace | null> {
  return asked("POST", `/api/places/${place.id}/copy`, {});
}

async function asked(method: "PUT" | "POST", path: string, body: unknown): Promise<ScenePlace | null> {
  try {
    const { place } = await sendJson<{ place: ScenePlace }>(method, path, body);
    takePlace(place);
    return place;
  } catch (error) {
    tellFailure(error);
    return null;
  }
}

/** The scene that is shown has the title that it has now. */
function takePlace(place: ScenePlace): void {
  const { session } = useStudio.getState();
  if (session?.scene?.id === place.id) useStudio.setState({ session: { ...session, scene: place } });
}

/** Follows titles that are given elsewhere. Called once. */
export function beginPlaces(): void {
  onEvent((event) => {
    if (event.type === "place") takePlace(event.place);
  });
}

/** A list of scenes with one that is new or has changed. */
export function withPlace(places: readonly ScenePlace[], place: ScenePlace): ScenePlace[] {
  return places.some((each) => each.id === place.id) ? places.map((each) => (each.id === place.id ? place : each)) : [place, ...places];
}
