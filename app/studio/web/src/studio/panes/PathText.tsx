// A path as a link that selects, and paths in a text made such links.

import { Fragment } from "react";
import { thingName } from "../../naming";
import { nodeByPath, select, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";

export function PathLink({ path, shown }: { path: string; shown?: string }) {
  return (
    <button type="button" className="link" title={path} onClick={() => select([path])} onDoubleClick={() => currentViewport()?.focus([path])}>
      {shown ?? namesAlong(path)}
    </button>
  );
}

/** The telling names on the way from the scene to a thing: chair 2, or table › leg 3. */
function namesAlong(path: string): string {
  const nodes = useStudio.getState().scene?.nodes ?? [];
  const parts = path.split("/");
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return paths.slice(Math.min(1, paths.length - 1)).map((each) => thingName(nodes, each)).join(" › ");
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
