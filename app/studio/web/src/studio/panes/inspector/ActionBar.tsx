// What can be done with the selection as a whole.

import { ArrowDownToLine, Compass, Copy, Focus, Replace, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Edit, SceneNode } from "../../../protocol";
import { Button, Dialog, IconButton, MenuButton } from "../../parts";
import { edit, nodeByPath, select, toast, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { Catalogue } from "../catalogue/Catalogue";
import { ThingField } from "../relations/ThingField";
import { faceEdit, floorHeight, moveEdit } from "./poses";

export function ActionBar({ nodes, fixed }: { nodes: readonly SceneNode[]; fixed: boolean }) {
  const [replacing, setReplacing] = useState(false);
  const [facing, setFacing] = useState(false);
  const room = useStudio((now) => now.scene?.room);
  const camera = useStudio((now) => now.scene?.cameras[0]);

  const duplicate = async () => {
    const outcome = await edit(nodes.map((node) => ({ kind: "duplicate", path: node.path })));
    if (outcome.ok && outcome.result.paths.length > 0) select(outcome.result.paths);
  };
  const remove = () => edit(nodes.map((node) => ({ kind: "delete", path: node.path })));
  const onFloor = () => {
    const all = useStudio.getState().scene?.nodes ?? [];
    const floor = floorHeight(all);
    const moves = nodes.filter((node) => Math.abs(node.at[1] - floor) > 1e-4).map((node) => moveEdit(node, 1, floor));
    if (moves.length === 0) toast("info", "It stands on the floor already.");
    else void edit(moves);
  };
  const face = (target: readonly [number, number, number] | undefined) => {
    if (target === undefined) return;
    const turns = nodes.map((node) => faceEdit(node, [...target])).filter((each): each is Edit => each !== null);
    if (turns.length > 0) void edit(turns);
  };
  const onFace = (id: string) => {
    if (id === "thing") setFacing(true);
    else if (id === "camera") face(camera?.eye);
    else if (id === "room") face(room == null ? [0, 0, 0] : nodeByPath(room.path)?.at);
  };

  return (
    <div className="action-bar" role="toolbar" aria-label="Actions on the selection">
      <IconButton label="Focus in the viewport" shortcut="." icon={Focus} onPress={() => currentViewport()?.focus(nodes.map((node) => node.path))} />
      <IconButton label="Duplicate" shortcut="Shift+D" icon={Copy} isDisabled={fixed} onPress={() => void duplicate()} />
      <IconButton label="Replace with something else" icon={Replace} isDisabled={fixed} onPress={() => setReplacing(true)} />
      <MenuButton
        label="Turn to face"
        entries={[
          { id: "room", label: "Face the middle of the room" },
          { id: "camera", label: "Face the camera", isDisabled: camera === undefined },
          { id: "thing", label: "Face a thing ..." },
        ]}
        onAction={onFace}
      >
        <Button variant="quiet" icon={Compass} isDisabled={fixed} label="Turn to face">
          Face
        </Button>
      </MenuButton>
      <Button variant="quiet" icon={ArrowDownToLine} isDisabled={fixed} onPress={onFloor}>
        To floor
      </Button>
      <span className="grow" />
      <IconButton label="Delete" shortcut="Del" icon={Trash2} isDisabled={fixed} onPress={() => void remove()} />
      <Dialog title="Replace with something else" isOpen={replacing} onClose={() => setReplacing(false)} size="medium">
        <Catalogue
          autoFocus
          verb="Use"
          onChoose={(what) => {
            setReplacing(false);
            void edit(nodes.map((node) => ({ kind: "replace", path: node.path, what })));
          }}
        />
      </Dialog>
      <FaceDialog isOpen={facing} onClose={() => setFacing(false)} onChoose={(node) => face(node.at)} />
    </div>
  );
}

function FaceDialog({ isOpen, onClose, onChoose }: { isOpen: boolean; onClose: () => void; onChoose: (node: SceneNode) => void }) {
  const [path, setPath] = useState("");
  const target = nodeByPath(path);
  return (
    <Dialog
      title="Turn to face a thing"
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={target === undefined}
            onPress={() => {
              if (target !== undefined) onChoose(target);
              onClose();
            }}
          >
            Turn
          </Button>
        </>
      }
    >
      <ThingField label="Thing" several={false} value={path} onChange={setPath} />
    </Dialog>
  );
}
