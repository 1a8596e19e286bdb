// The answers of queries: things with scores and reasons, by query.

import { Check, SearchX } from "lucide-react";
import { namesAlong, programName } from "../../../naming";
import { Button } from "../../parts";
import { select, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { paletteHues, percent, shownResults, type FoundThing, type QueryAnswer } from "./results";

export function QueryResults({ answers, threshold, active, onActive }: { answers: readonly QueryAnswer[]; threshold: number; active: string | null; onActive: (query: string | null) => void }) {
  return (
    <>
      {answers.length > 1 && (
        <div className="palette" role="group" aria-label="Queries: press one to see it alone">
          {answers.map((answer, index) => (
            <button
              key={answer.query}
              type="button"
              className="palette-chip"
              aria-pressed={active === answer.query}
              onClick={() => onActive(active === answer.query ? null : answer.query)}
            >
              <Dot index={index} />
              <span className="cut">{answer.query}</span>
              <span className="muted numbers">{shownResults(answer, threshold).length}</span>
            </button>
          ))}
        </div>
      )}
      {answers
        .map((answer, index) => ({ answer, index }))
        .filter(({ answer }) => active === null || active === answer.query)
        .map(({ answer, index }) => (
          <Answer key={answer.query} answer={answer} index={index} several={answers.length > 1} threshold={threshold} />
        ))}
    </>
  );
}

function Dot({ index }: { index: number }) {
  return <span className="palette-dot" style={{ background: `hsl(${paletteHues[index % paletteHues.length]} 70% 55%)` }} aria-hidden />;
}

function Answer({ answer, index, several, threshold }: { answer: QueryAnswer; index: number; several: boolean; threshold: number }) {
  const shown = shownResults(answer, threshold);
  const below = answer.results.length - shown.length;
  const paths = shown.map((found) => found.path).filter((path) => path !== "");
  return (
    <section className="query-answer" aria-label={`Results of ${answer.query}`}>
      <div className="query-answer-head">
        {several && <Dot index={index} />}
        <h3 className="cut grow">{several ? answer.query : `${shown.length} ${shown.length === 1 ? "thing" : "things"}`}</h3>
        <Button size="small" icon={Check} isDisabled={paths.length === 0} onPress={() => select(paths)}>
          Select {paths.length === 1 ? "it" : `these ${paths.length}`}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="query-none">
          <SearchX size={14} aria-hidden /> {below > 0 ? `Nothing reaches ${percent(threshold)}; ${below} below it.` : answer.why === "" ? "Nothing here fits." : sentence(answer.why)}
        </p>
      ) : (
        <ol className="query-results">
          {shown.map((found) => (
            <Result key={`${found.path} ${found.words}`} found={found} />
          ))}
        </ol>
      )}
      {shown.length > 0 && below > 0 && <p className="pane-note muted">{below} more are below the threshold.</p>}
    </section>
  );
}

function Result({ found }: { found: FoundThing }) {
  const chosen = useStudio((now) => now.selection.includes(found.path));
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  return (
    <li>
      <button
        type="button"
        className={`query-result ${chosen ? "chosen" : ""}`}
        aria-pressed={chosen}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) {
            const now = useStudio.getState().selection;
            select(chosen ? now.filter((path) => path !== found.path) : [...now, found.path]);
          } else {
            select([found.path]);
          }
        }}
        onDoubleClick={() => currentViewport()?.focus([found.path])}
      >
        <span className="score" title={`Score ${found.score}`}>
          <span className="score-bar" style={{ width: `${Math.round(found.score * 100)}%` }} />
          <span className="score-text numbers">{percent(found.score)}</span>
        </span>
        <span className="query-what">
          <span className="cut" title={`In the program: ${programName(nodes, found.path)}`}>
            {namesAlong(nodes, found.path)}
          </span>
          <span className="query-reason muted">{found.reason}</span>
        </span>
      </button>
    </li>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;
}
