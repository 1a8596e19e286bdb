import { CircleAlert, X } from "lucide-react";
import { IconButton, Spinner } from "../../parts";
import type { PromptPicture } from "./promptPictures";

/** The pictures of the new scene, each to be taken out again. */
export function PictureStrip({ pictures, onRemove }: { pictures: readonly PromptPicture[]; onRemove: (key: string) => void }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="picture-strip" aria-label="Pictures of the scene">
      {pictures.map(({ key, name, id, share, problem }) => (
        <li key={key} className={`picture-chip ${problem === null ? "" : "refused"}`}>
          <span className="picture-thumb">
            {id !== null ? (
              <img src={`/api/uploads/${id}/picture`} alt="" />
            ) : problem !== null ? (
              <CircleAlert size={16} aria-hidden />
            ) : (
              <Spinner label={share < 1 ? `${name} is sent` : `${name} is looked at`} />
            )}
          </span>
          <span className="picture-words">
            <span className="cut" title={name}>
              {name}
            </span>
            {problem !== null && (
              <span className="picture-problem" role="alert">
                {problem}
              </span>
            )}
          </span>
          <IconButton size="small" label={`Leave out ${name}`} icon={X} onPress={() => onRemove(key)} />
        </li>
      ))}
    </ul>
  );
}
