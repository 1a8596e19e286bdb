// The lines that a change wrote, with what is different marked. Long lines wrap, and keep what changed in sight.

import { shownParts, type DiffLine } from "./changes";

const signs = { same: " ", gone: "−", new: "+", gap: "" } as const;
const words = { same: "", gone: "removed: ", new: "added: ", gap: "" } as const;

export function DiffView({ lines }: { lines: readonly DiffLine[] }) {
  if (lines.length === 0) return <p className="pane-note muted">The program's text is the same.</p>;
  return (
    <pre className="diff" tabIndex={0} aria-label="Difference of the program">
      {lines.map((line, index) =>
        line.kind === "gap" ? (
          <span key={index} className="diff-line gap">
            {line.text === "" ? "⋯" : `⋯ ${line.text}`}
          </span>
        ) : (
          <span key={index} className={`diff-line ${line.kind}`}>
            <span className="diff-number" aria-hidden>
              {line.number}
            </span>
            <span className="diff-sign" aria-hidden>
              {signs[line.kind]}
            </span>
            <span className="diff-text" title={line.text}>
              <span className="unseen">{words[line.kind]}</span>
              <LineText line={line} />
            </span>
          </span>
        ),
      )}
    </pre>
  );
}

function LineText({ line }: { line: DiffLine }) {
  if (line.text === "") return <> </>;
  return shownParts(line).map((part, index) =>
    part.kind === "same" ? (
      <span key={index}>{part.text}</span>
    ) : part.kind === "left-out" ? (
      <span key={index} className="diff-left-out" aria-hidden>
        …
      </span>
    ) : line.kind === "gone" ? (
      <del key={index}>{part.text}</del>
    ) : (
      <ins key={index}>{part.text}</ins>
    ),
  );
}
