import { HELD_KEYS, KEYS } from "../../viewport/tools/logic/keys";
import { Dialog, Keys } from "../parts";
import { pageKeys } from "./shortcuts";
import { closeDialog, useDialog } from "./state/dialogs";

const outlinerKeys = [
  { shown: "↑ ↓ ← →", what: "Go through the tree, open and close" },
  { shown: "Shift+↓", what: "Select several in a row" },
  { shown: "F2", what: "Rename" },
  { shown: "Enter", what: "Look at it" },
  { shown: "Del", what: "Delete" },
  { shown: "Shift+F10", what: "Menu of the selection" },
  { shown: "a b c", what: "Type the begin of a word to go there" },
];

const titles: Record<string, string> = { Transform: "Change things", Edit: "Edit", Select: "Select and hide", View: "Look", Tools: "Tools" };

/** The keys of the viewport as its own table has them. */
function grouped(keys: readonly { shown: string; what: string; group: string }[]): { title: string; keys: { shown: string; what: string }[] }[] {
  return [...new Set(keys.map((key) => key.group))].map((group) => ({ title: titles[group] ?? group, keys: keys.filter((key) => key.group === group) }));
}

export function HelpDialog() {
  const isOpen = useDialog((now) => now.open === "help");
  const groups = [
    { title: "The page", keys: pageKeys.map(({ shown, what }) => ({ shown, what })) },
    { title: "The outliner", keys: outlinerKeys },
    ...grouped([...KEYS, ...HELD_KEYS]),
  ];
  return (
    <Dialog title="Shortcuts" size="large" isText isOpen={isOpen} onClose={closeDialog}>
      <p className="muted help-lead">
        Keys work wherever no text is being written. Program, tree and viewport are three views of one text: what you drag is a number in the program.
      </p>
      <div className="help-columns">
        {groups.map(({ title, keys }) => (
          <section key={title} className="help-group">
            <h3>{title}</h3>
            <dl>
              {keys.map(({ shown, what }) => (
                <div key={shown + what}>
                  <dt>
                    {shown.split(", ").map((each) => (
                      <Keys key={each} shortcut={each} />
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
