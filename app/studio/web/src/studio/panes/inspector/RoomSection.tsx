// The size of the room, in the place of pose and size where its floor or walls are selected: these follow from it.

import type { SceneNode, SceneRoom } from "../../../protocol";
import { Notice, Section } from "../../parts";
import { toast, useStudio, writeProgram } from "../../state/studio";
import { goToLine } from "../program/openEditors";
import { spanOfNode } from "../program/spans";
import { lengthUnits } from "./numbers";
import { roomNumber, roomSides, withRoomSide, type RoomSide } from "./roomSize";
import { ScrubField } from "./ScrubField";

const labels: Record<RoomSide, string> = { width: "W", depth: "D", height: "H" };
const names: Record<RoomSide, string> = { width: "Width of the room, between its walls", depth: "Depth of the room, between its walls", height: "Height of the walls" };

async function resize(room: SceneNode, side: RoomSide, metres: number): Promise<void> {
  const { source, scene } = useStudio.getState();
  const text = withRoomSide(source, room, side, metres);
  if (text === null || text === source) return;
  const outcome = await writeProgram(text, scene?.revision ?? null);
  if (!outcome.ok) toast("error", `The room cannot have this size: ${outcome.error.message}`);
}

export function RoomSection({ nodes, room, node }: { nodes: readonly SceneNode[]; room: SceneRoom; node: SceneNode }) {
  const source = useStudio((now) => now.source);
  const unit = useStudio((now) => now.scene?.units ?? "m");
  const stated = roomSides.filter((side) => roomNumber(source, node, side) !== null);
  const line = spanOfNode(node)?.line ?? null;
  const part = nodes.some((each) => each.path !== room.path);
  return (
    <Section title="Size of the room">
      <div className="field-row" role="group" aria-label="Size of the room">
        <span className="row-label">Size</span>
        <div className="scrub-row">
          {roomSides.map((side) => (
            <ScrubField
              key={side}
              label={labels[side]}
              name={names[side]}
              value={room[side]}
              unit={unit}
              units={lengthUnits}
              step={0.01}
              digits={3}
              min={0.1}
              isDisabled={!stated.includes(side)}
              onCommit={(entry) => void resize(node, side, entry(room[side]))}
            />
          ))}
        </div>
      </div>
      <Notice tone="info">
        {part ? "This is a part of the room: where it is and how large follows from the room. " : "Floor and walls follow from these. "}
        {stated.length < roomSides.length && `The program does not state ${roomSides.filter((side) => !stated.includes(side)).join(" and ")} as a number: change it there. `}
        {line !== null && (
          <button type="button" className="link" onClick={() => goToLine(line)}>
            Line {line} makes the room
          </button>
        )}
      </Notice>
    </Section>
  );
}
