import { useEffect, useState } from "react";
import type { ScenePlace } from "../../protocol";
import { getJson } from "../api/client";
import { openPlace } from "../state/studio";

export function StartPage() {
  const [places, setPlaces] = useState<ScenePlace[]>([]);
  useEffect(() => {
    void getJson<{ places: ScenePlace[] }>("/api/places").then((answer) => setPlaces(answer.places));
  }, []);
  return (
    <main>
      <h1>Scenewright</h1>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button type="button" onClick={() => void openPlace(place.id)}>
              {place.title}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
