// A path as a link that selects, and paths in a text made such links.

import { Fragment } from "react";
import { nodeByPath, select } from "../state/studio";
import { currentViewport } from "../state/viewport";

export function PathLink({ path, shown }: { path: string; shown?: string }) {
  return (
    <button type="button" className="link" title={path} onClick={() => select([path])} onDoubleClick={() => currentViewport()?.focus([path])}>
      {shown ?? path.split("/").slice(1).join("/") ?? path}
    </button>
  );
}

export function PathList({ paths, most = 8 }: { paths: readonly string[]; most?: number }) {
  const shown = paths.slice(0, most);
  return (
    <>
      {shown.map((path, index) => (
        <Fragment key={path}>
          {index > 0 && ", "}
          <PathLink path={path} />
        </Fragment>
      ))}
      {paths.length > most && (
        <>
          {" and "}
          <button type="button" className="link" onClick={() => select(paths)}>
            {paths.length - most} more
          </button>
        </>
      )}
    </>
  );
}

/** A text of the server in which the paths of things that are there can be clicked. */
export function PathText({ text }: { text: string }) {
  const pieces = text.split(/([A-Za-z_][\w.-]*(?:\/[\w.[\]-]+)+)/);
  return (
    <>
      {pieces.map((piece, index) => {
        const path = index % 2 === 1 ? piece.replace(/[.,:]+$/, "") : "";
        if (path === "" || nodeByPath(path) === undefined) return <Fragment key={index}>{piece}</Fragment>;
        return (
          <Fragment key={index}>
            <PathLink path={path} />
            {piece.slice(path.length)}
          </Fragment>
        );
      })}
    </>
  );
}
