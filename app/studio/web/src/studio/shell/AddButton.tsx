// The way to new things and materials: a button that opens the catalogue over the viewport. It stays open while things are added, dragged or by keys.

import { Armchair, Palette, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button, Dialog, Popover } from "react-aria-components";
import { Catalogue } from "../panes/catalogue/Catalogue";
import { Materials } from "../panes/catalogue/Materials";
import { Segmented, Tip } from "../parts";
import { useStudio } from "../state/studio";
import { openAdding, useAdding } from "./state/adding";

const shelves = [
  { id: "objects", label: "Objects", icon: Armchair },
  { id: "materials", label: "Materials", icon: Palette },
] as const;

export function AddButton() {
  const [shelf, setShelf] = useState<(typeof shelves)[number]["id"]>("objects");
  const button = useRef<HTMLButtonElement>(null);
  const open = useAdding((now) => now.open);
  const ready = useStudio((now) => now.scene !== null);
  return (
    <>
      <Tip label="Add an object" shortcut="Shift+A">
        <Button ref={button} className="button primary small add-button" isDisabled={!ready} aria-label="Add an object" aria-expanded={open} onPress={() => openAdding(!open)}>
          <Plus size={16} aria-hidden />
          Add
        </Button>
      </Tip>
      <Popover
        className="popover add-popover"
        triggerRef={button}
        isOpen={open && ready}
        onOpenChange={openAdding}
        // a thing is dragged out of it into the view, which must not be covered
        isNonModal
        placement="bottom start"
        offset={6}
      >
        <Dialog className="popover-dialog" aria-label="Add an object">
          <div
            className="add-body"
            onKeyDown={(event) => {
              // the search takes the first Esc where it holds words
              if (event.key !== "Escape" || event.defaultPrevented) return;
              openAdding(false);
              button.current?.focus();
            }}
          >
            <Segmented label="What to add" className="add-shelves" options={shelves} value={shelf} onChange={setShelf} />
            {shelf === "objects" ? <Catalogue autoFocus /> : <Materials autoFocus />}
          </div>
        </Dialog>
      </Popover>
    </>
  );
}
