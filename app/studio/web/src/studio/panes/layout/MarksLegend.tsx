// What the marks in the viewport mean, and which of them are shown.

import { Checkbox } from "../../parts";
import { type LayoutReport, type MarkKind, type ShownMarks } from "./report";

interface Entry {
  kind: MarkKind;
  label: string;
  /** What there is to see: a colour and its meaning. */
  keys: { color: string; text: string }[];
  /** Said where there is nothing to see. */
  none: string;
}

function entriesOf(report: LayoutReport): Entry[] {
  const { areas } = report.floor;
  const met = report.relations.filter(({ satisfied }) => satisfied).length;
  const kept = report.spaces.filter((space) => space.kept).length;
  const keys = (listed: [boolean, string, string][]) => listed.filter(([is]) => is).map(([, color, text]) => ({ color, text }));
  const offered: Entry[] = report.offered === null ? [] : [{ kind: "moves", label: "Moves on offer", none: "none", keys: [{ color: "offered", text: "where things would go" }] }];
  return [
    ...offered,
    {
      kind: "relations", label: "Relations", none: "the program states none",
      keys: keys([[met > 0, "holds", "hold"], [met < report.relations.length, "broken", "do not hold"]]),
    },
    { kind: "collisions", label: "Collisions", none: "none", keys: keys([[report.violations.some(({ kind }) => kind === "collision"), "broken", "share this space"]]) },
    {
      kind: "floor", label: "Free floor", none: "nobody fits anywhere",
      keys: keys([[areas.some(({ reached }) => reached), "free", "can be walked"], [areas.some(({ reached }) => !reached), "island", "cannot be reached"]]),
    },
    {
      kind: "spaces", label: "Room to keep free", none: "nothing here asks for any",
      keys: keys([[kept > 0, "holds", "free"], [kept < report.spaces.length, "broken", "something stands in it"]]),
    },
  ];
}

export function MarksLegend({ report, marked, onChange }: { report: LayoutReport; marked: ShownMarks; onChange: (marked: ShownMarks) => void }) {
  return (
    <div className="marks-legend" role="group" aria-label="Marks in the viewport">
      {entriesOf(report).map(({ kind, label, keys, none }) => (
        <div key={kind} className="marks-row">
          <Checkbox isSelected={marked[kind]} onChange={(on) => onChange({ ...marked, [kind]: on })}>
            {label}
          </Checkbox>
          {keys.length === 0 && <span className="muted">{none}</span>}
          {keys.map(({ color, text }) => (
            <span key={text} className="marks-key">
              <span className={`marks-swatch ${color}`} aria-hidden />
              {text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
