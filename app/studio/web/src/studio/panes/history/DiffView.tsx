import type { DiffLine } from "./changes";

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
            <span className="unseen">{words[line.kind]}</span>
            {line.text === "" ? " " : line.text}
          </span>
        ),
      )}
    </pre>
  );
}
