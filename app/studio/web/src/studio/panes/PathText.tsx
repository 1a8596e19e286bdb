// A path as a link that selects, and paths in a text made such links.

import { Fragment } from "react";
import { namesAlong, programName, textPieces } from "../../naming";
import { select, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";

export function PathLink({ path, shown }: { path: string; shown?: string }) {
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  return (
    <button type="button" className="link" title={`In the program: ${programName(nodes, path)}`} onClick={() => select([path])} onDoubleClick={() => currentViewport()?.focus([path])}>
      {shown ?? namesAlong(nodes, path)}
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

/** A text of the server in which things that it names as the program does are called as everywhere else, and can be clicked. */
export function PathText({ text }: { text: string }) {
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  return (
    <>
      {textPieces(nodes, text).map((piece, index) => (
        <Fragment key={index}>{piece.path === null ? piece.text : <PathLink path={piece.path} />}</Fragment>
      ))}
    </>
  );
}
