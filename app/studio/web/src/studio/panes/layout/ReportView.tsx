// What a layout found: sentences that can be clicked.

import { Check, CircleAlert, Crosshair, TriangleAlert, X } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { namesAlong, withNames } from "../../../naming";
import { Button, Notice, Section, Segmented } from "../../parts";
import { edit, select, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { goToLine } from "../program/openEditors";
import { blockedWords, counted, forwardMotions, metres, moveWords, relationPaths, shortMessage, summary, violationGroups, type BodyMove, type LayoutReport } from "./report";

export interface ReportViewProps extends OfferProps {
  stale: boolean;
}

export function ReportView({ report, stale, ready, onAccept, accepting }: ReportViewProps) {
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  const told = summary(report);
  const blocked = report.spaces.filter((space) => !space.kept);
  return (
    <div className="layout-report">
      {stale && <p className="pane-note muted">The scene has changed since this report.</p>}
      <Notice tone={told.tone}>{told.text}</Notice>
      {report.offered !== null && <Offer report={report} ready={ready} onAccept={onAccept} accepting={accepting} />}
      <Conflicts report={report} />
      <Relations report={report} />
      {violationGroups(report).map((group) => (
        <Section key={group.kind} title={`${group.title} (${group.items.length})`}>
          <Rows>
            {group.items.slice(0, 200).map((violation, index) => (
              <Row key={index} paths={violation.paths}>
                <Message text={violation.message} />
              </Row>
            ))}
          </Rows>
        </Section>
      ))}
      {(report.settle?.fell.length ?? 0) > 0 && (
        <Section title={`Falls when it is let go (${report.settle?.fell.length})`}>
          <Rows>
            {report.settle?.fell.map((path) => (
              <Row key={path} paths={[path]}>
                <Told path={path} />
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {report.unusual.length > 0 && (
        <Section title={`Stands where it usually does not (${report.unusual.length})`}>
          <Rows>
            {report.unusual.map(({ paths, message }, index) => (
              <Row key={index} paths={paths} icon={<TriangleAlert size={14} className="warn" aria-hidden />}>
                <Message text={message} />. <span className="muted report-ways">If it is meant, say so in the program with on(…).</span>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {blocked.length > 0 && (
        <Section title={`Room that is not free (${blocked.length})`} defaultOpen={false}>
          <Rows>
            {blocked.slice(0, 200).map((space, index) => (
              <Row key={index} paths={[...(space.path === "" ? [] : [space.path]), ...space.inside]}>
                {blockedWords(space, (path) => namesAlong(nodes, path))}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <Moves title="Moved" moves={report.moved} />
      {report.unreadable.length > 0 && (
        <Section title={`Relations that could not be read (${report.unreadable.length})`}>
          <Rows>
            {report.unreadable.map((one) => (
              <li key={one.number} className="report-row">
                <code>{one.relation}</code> {one.why}{" "}
                {one.line !== null && (
                  <button type="button" className="link" onClick={() => goToLine(one.line ?? 1)}>
                    line {one.line}
                  </button>
                )}
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {report.unreached.length > 0 && (
        <Section title={`Cannot be walked to (${report.unreached.length})`} defaultOpen={false}>
          <Rows>
            {report.unreached.map((path) => (
              <Row key={path} paths={[path]}>
                <Told path={path} />
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <Section title="Figures" defaultOpen={false}>
        <dl className="facts">
          <dt>Stand well</dt>
          <dd className="numbers">
            {report.placed} of {report.requested}
          </dd>
          <dt>Supported</dt>
          <dd className="numbers">{share(report.support)}</dd>
          <dt>Floor that can be walked</dt>
          <dd className="numbers">{share(report.navigable)}</dd>
          <dt>Free floor</dt>
          <dd className="numbers">{square(report.floor.areas.reduce((sum, { area_m2 }) => sum + area_m2, 0))}</dd>
          <dt>Free floor out of reach</dt>
          <dd className="numbers">{square(report.floor.areas.reduce((sum, { area_m2, reached }) => sum + (reached ? 0 : area_m2), 0))}</dd>
          <dt>Clearances that are free</dt>
          <dd className="numbers">{share(report.clearance)}</dd>
          <dt>Doors</dt>
          <dd>{report.doors_free ? "free" : "blocked"}</dd>
          <dt>Time</dt>
          <dd className="numbers">{report.seconds.toFixed(1)} s</dd>
        </dl>
      </Section>
      {report.notes.length > 0 && (
        <Section title={`Notes (${report.notes.length})`} defaultOpen={false}>
          <ul className="plain-list report-notes">
            {report.notes.slice(0, 100).map((note, index) => (
              <li key={index}><Message text={note} /></li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

interface OfferProps {
  report: LayoutReport;
  /** It fits the scene as it is: accepting it takes no time. */
  ready: boolean;
  onAccept: () => void;
  accepting: boolean;
}

function Offer({ report, ready, onAccept, accepting }: OfferProps) {
  const offer = report.offered;
  if (offer === null) return null;
  const furthest = Math.max(0, ...offer.moves.map((move) => move.distance_m));
  return (
    <>
      <Notice
        tone="accent"
        title={`A repair is offered that moves ${counted(offer.moves.length, "thing", "things")}, by ${metres(furthest)} at most.`}
        action={
          <Button size="small" variant="primary" onPress={onAccept} isPending={accepting}>
            {ready ? "Accept" : "Accept, found anew"}
          </Button>
        }
      >
        <p>
          <Message text={offer.why} />
        </p>
        {offer.remaining.length > 0 && <p>It leaves {counted(offer.remaining.length, "thing", "things")} wrong.</p>}
        {!ready && <p>The scene has changed since it was found: accepting looks for a repair of the scene as it is now, which takes as long as before.</p>}
        {ready && <OfferPreview key={report.revision} moves={offer.moves} />}
      </Notice>
      <Moves title="Would move" moves={offer.moves} />
    </>
  );
}

/** Shows in the view where things would stand; nothing is changed by it. */
function OfferPreview({ moves }: { moves: readonly BodyMove[] }) {
  const [side, setSide] = useState<"now" | "repaired">("now");
  useEffect(() => {
    currentViewport()?.preview?.(side === "repaired" ? forwardMotions(moves) : null);
    return () => currentViewport()?.preview?.(null);
  }, [side, moves]);
  return (
    <Segmented
      label="Look at it"
      options={[
        { id: "now", label: "As it is" },
        { id: "repaired", label: "With the repair" },
      ]}
      value={side}
      onChange={setSide}
    />
  );
}

function Conflicts({ report }: { report: LayoutReport }) {
  if (report.conflicts.length === 0) return null;
  return (
    <Section title={`Conflicts (${report.conflicts.length})`}>
      <Rows>
        {report.conflicts.map((conflict, index) => (
          <Row key={index} paths={conflict.bodies} icon={<CircleAlert size={14} className="bad" aria-hidden />}>
            <Message text={conflict.says} />
            {conflict.ways_out.length > 0 && (
              <span className="muted report-ways">
                What helps: <Message text={conflict.ways_out.join("; ")} />
                {conflict.proved ? "." : " (found by trying, not proved)."}
              </span>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Relations({ report }: { report: LayoutReport }) {
  const relations = useStudio((now) => now.scene?.relations) ?? [];
  if (report.relations.length === 0) return null;
  const met = report.relations.filter((relation) => relation.satisfied).length;
  const whole = report.relations.length === relations.length;
  return (
    <Section title={`Relations (${met} of ${report.relations.length} hold)`}>
      <Rows>
        {report.relations.map((relation, index) => (
          <Row
            key={index}
            paths={relationPaths(relation.text, index, relations, whole)}
            icon={relation.satisfied ? <Check size={14} className="good" aria-label="holds" /> : <X size={14} className="bad" aria-label="does not hold" />}
            action={
              <button
                type="button"
                className="link"
                aria-label={`Remove ${relation.text}`}
                onClick={() => void edit([{ kind: "drop-relation", relation: relation.text }])}
              >
                remove
              </button>
            }
          >
            <code>{relation.text}</code>
            {!relation.satisfied && (
              <span className="muted report-ways">
                {relation.reason}
                {relation.residual !== null && ` (${metres(Math.abs(relation.residual))} off)`}
              </span>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Moves({ title, moves }: { title: string; moves: readonly BodyMove[] }) {
  if (moves.length === 0) return null;
  return (
    <Section title={`${title} (${moves.length})`}>
      <Rows>
        {moves.slice(0, 200).map((move) => (
          <Row key={move.path} paths={[move.path]}>
            <Told path={move.path} /> <span className="muted">{moveWords(move)}</span>
            {move.why !== "" && <span className="muted report-ways">{move.why}</span>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

/** A thing as it is called everywhere. */
function Told({ path }: { path: string }) {
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  return <>{namesAlong(nodes, path)}</>;
}

/** A message of the server, which names things as the program does. */
function Message({ text }: { text: string }) {
  const scene = useStudio((now) => now.scene);
  return <>{scene === null ? text : shortMessage(withNames(scene.nodes, text), scene.root)}</>;
}

function Rows({ children }: { children: ReactNode }) {
  return <ul className="plain-list report-rows">{children}</ul>;
}

/** A sentence about things: a click selects them and looks at them. */
function Row({ paths, children, icon, action }: { paths: readonly string[]; children: ReactNode; icon?: ReactNode; action?: ReactNode }) {
  const show = () => {
    select(paths);
    currentViewport()?.focus([...paths]);
  };
  return (
    <li className="report-row">
      {icon}
      {paths.length === 0 ? (
        <span className="report-text">{children}</span>
      ) : (
        <button type="button" className="report-text" title={`In the program: ${paths.join(", ")}`} onClick={show}>
          {children}
        </button>
      )}
      {paths.length > 0 && <Crosshair size={12} className="report-look" aria-hidden />}
      {action}
    </li>
  );
}

function square(area: number): string {
  return `${area.toFixed(1)} m²`;
}

function share(value: number): string {
  return `${Math.round(value * 100)} %`;
}
