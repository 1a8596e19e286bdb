// The inspector of one or several things.

import { Pin } from "lucide-react";
import { useMemo } from "react";
import { namesAlong, ownName, programName } from "../../../naming";
import type { SceneNode } from "../../../protocol";
import { switchPinned } from "../../shell/state/edits";
import { Badge, Notice, Section, ToggleIconButton } from "../../parts";
import { edit, useStudio } from "../../state/studio";
import { goToLine } from "../program/openEditors";
import { nodeWithSpan, spanOfNode } from "../program/spans";
import { ActionBar } from "./ActionBar";
import { ColorField } from "./ColorField";
import { useDetails, type ThingDetails } from "./details";
import { MaterialFields } from "./MaterialFields";
import { commonText } from "./numbers";
import { PoseSection } from "./PoseSection";
import { RelationsSection } from "./RelationsSection";
import { RoomSection } from "./RoomSection";
import { TextCommit } from "./TextCommit";

export function SelectionInspector({ paths }: { paths: readonly string[] }) {
  const allNodes = useStudio((now) => now.scene?.nodes);
  const room = useStudio((now) => now.scene?.room ?? null);
  const locked = useStudio((now) => now.locked);
  const { nodes, parents } = useMemo(() => found(allNodes ?? [], paths), [allNodes, paths]);
  const details = useDetails(paths);
  const first = nodes[0];
  if (first === undefined) {
    return (
      <div className="pane-scroll pane-body">
        <Notice tone="info">What was selected is not in the scene any more.</Notice>
      </div>
    );
  }
  const root = nodes.some((node) => node.parent === -1);
  const shell = room === null ? undefined : allNodes?.find((node) => node.path === room.path);
  const inRoom = (node: SceneNode) => shell !== undefined && node.row >= shell.row && node.row < shell.end;
  const fixed = root || nodes.some((node) => locked.some((path) => node.path === path || node.path.startsWith(`${path}/`)));
  return (
    <div className="pane-scroll" key={paths.length === 1 ? first.path : "several"}>
      <Head nodes={nodes} />
      {fixed && !root && (
        <div className="pane-body">
          <Notice tone="info">This is locked. Unlock it in the outliner to change it.</Notice>
        </div>
      )}
      <ActionBar nodes={nodes} fixed={fixed} />
      {room !== null && shell !== undefined && nodes.some(inRoom) ? (
        <RoomSection nodes={nodes} room={room} node={shell} />
      ) : (
        <PoseSection nodes={nodes} parentYaws={parents.map((parent) => parent?.yaw ?? 0)} fixed={fixed} />
      )}
      <LooksSection nodes={nodes} things={details.things} error={details.error} fixed={root} />
      <MeaningSection nodes={nodes} things={details.things} />
      <RelationsSection paths={paths} />
    </div>
  );
}

function found(all: readonly SceneNode[], paths: readonly string[]): { nodes: SceneNode[]; parents: (SceneNode | undefined)[] } {
  const byPath = new Map(all.map((node) => [node.path, node]));
  const byRow = new Map(all.map((node) => [node.row, node]));
  const nodes = paths.map((path) => byPath.get(path)).filter((node): node is SceneNode => node !== undefined);
  return { nodes, parents: nodes.map((node) => byRow.get(node.parent)) };
}

const kinds: Record<SceneNode["kind"], string> = { entity: "made by the program", group: "group", asset: "catalogue object", splat: "capture", room: "room" };

function Head({ nodes }: { nodes: readonly SceneNode[] }) {
  const all = useStudio((now) => now.scene?.nodes);
  const pinned = useStudio((now) => now.pinned);
  const first = nodes[0]!;
  const stuck = nodes.every((node) => pinned.includes(node.path));
  const name = ownName(first.path);
  const [path, why] = programName(all ?? [], first.path).split(":");
  const kind = commonText(nodes.map((node) => kinds[node.kind]));
  const maker = nodes.length === 1 ? nodeWithSpan(all ?? [], first) : null;
  const made = maker === null ? null : spanOfNode(maker);
  const line = made?.line ?? null;
  return (
    <header className="inspector-head">
      <h2 className="cut">{nodes.length === 1 ? namesAlong(all ?? [], first.path) : `${nodes.length} things`}</h2>
      <div className="inspector-facts">
        <Badge>{kind.same ? kind.value : "mixed kinds"}</Badge>
        {nodes.length === 1 && <span className="muted cut" title={first.phrase ?? first.word}>{first.phrase ?? first.word}</span>}
        {nodes.every((node) => node.parent >= 0) && (
          <ToggleIconButton
            label={stuck ? "Pinned: layout and chat leave it where it is" : "Pin it where it is: layout and chat leave it there"}
            icon={Pin}
            size="small"
            isSelected={stuck}
            onChange={() => switchPinned(nodes.map((node) => node.path))}
          />
        )}
        {stuck && <span className="muted">pinned</span>}
        {line !== null && (
          <button type="button" className="link numbers" onClick={() => goToLine(line, made?.column ?? null)}>
            line {line}
          </button>
        )}
      </div>
      {nodes.length === 1 && <TextCommit label="Name" value={name} onCommit={(next) => edit([{ kind: "rename", path: first.path, name: next }])} />}
      {nodes.length === 1 && (
        <p className="inspector-path" title="Where it stands in the program: queries, edits and relations of programs name it so">
          In the program: <code>{path}</code>
          {why !== undefined && `:${why}`}
        </p>
      )}
    </header>
  );
}

function LooksSection({ nodes, things, error, fixed }: { nodes: readonly SceneNode[]; things: ThingDetails[] | null; error: string | null; fixed: boolean }) {
  const colors = (things ?? []).map((thing) => thing.color);
  const same = colors.length > 0 && colors.every((color) => JSON.stringify(color) === JSON.stringify(colors[0]));
  const own = same ? (colors[0] ?? null) : nodes.length === 1 ? (nodes[0]?.color ?? null) : null;
  const one = nodes.length === 1 ? things?.[0] : undefined;
  const parts = one?.parts.filter((part) => part.name !== "") ?? [];
  const recolour = (color: unknown, part?: string) => void edit(nodes.map((node) => ({ kind: "recolour", path: node.path, color, ...(part !== undefined && { part }) })));
  return (
    <Section title="Colour and material">
      <ColorField label="Main" color={own} colorName={same ? (things?.[0]?.color_name ?? null) : null} isDisabled={fixed} onCommit={(color) => recolour(color)} />
      {parts.map((part) => (
        <ColorField key={part.name} label={part.name.replaceAll("_", " ")} color={part.color} colorName={part.color_name} onCommit={(color) => recolour(color, part.name)} />
      ))}
      {error !== null && <Notice tone="warn">{error}</Notice>}
      <MaterialFields nodes={nodes} things={things} fixed={fixed} />
    </Section>
  );
}

function MeaningSection({ nodes, things }: { nodes: readonly SceneNode[]; things: ThingDetails[] | null }) {
  const z = commonText(nodes.map((node) => node.z));
  const first = nodes[0]!;
  const asset = nodes.length === 1 ? first.asset : null;
  const identity = nodes.length === 1 ? (things?.[0]?.identity ?? null) : null;
  return (
    <Section title="Meaning">
      {identity?.image != null ? (
        <p className="pane-note">
          What it is, is said by the picture <code>{identity.image}</code>.
        </p>
      ) : null}
      <TextCommit
        label="What it is, for searching by meaning"
        title="Queries and the chat find it by these words, besides its name and looks. The program calls them its identity, z."
        value={z.same ? (z.value ?? "") : ""}
        placeholder={z.same ? "none: a query goes by its name and looks" : "mixed"}
        onCommit={(words) => edit(nodes.map((node) => ({ kind: "set-z", path: node.path, words })))}
      />
      {asset !== null && (
        <dl className="facts">
          <dt>Asked for</dt>
          <dd>{asset.words}</dd>
          <dt>Object</dt>
          <dd>{asset.title ?? asset.words}</dd>
          <dt>Licence</dt>
          <dd>{asset.licence ?? "unknown"}</dd>
        </dl>
      )}
    </Section>
  );
}
