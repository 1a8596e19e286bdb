// The program of the scene, in an editor.

import { Check, CircleAlert, FileDiff, LoaderCircle, Maximize2, Minimize2, Pencil, Play, TriangleAlert, WrapText } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button, IconButton, Notice, Spinner, ToggleIconButton, useLate } from "../parts";
import { switchWide, switchWrap, useShell } from "../shell/state/shell";
import { useStudio } from "../state/studio";
import type { ProgramEditor, ProgramStatus } from "./program/editor";
import { programEditor } from "./program/openEditors";
import { RepairProgram } from "./program/RepairProgram";
import "./panes.css";
import "./program/program.css";

export function ProgramPane() {
  const ready = useStudio((now) => now.scene !== null);
  const broken = useStudio((now) => (now.scene === null ? now.sceneError : null));
  const place = useStudio((now) => now.session?.scene?.id ?? "");
  const editor = ready ? programEditor() : null;
  return (
    <section className="pane program-pane" aria-label="Program">
      {editor !== null ? (
        <Editor key={place} editor={editor} />
      ) : broken !== null ? (
        <RepairProgram error={broken} />
      ) : (
        <div className="pane-waiting">
          <Spinner label="The program is being opened" size={20} />
        </div>
      )}
    </section>
  );
}

function Editor({ editor }: { editor: ProgramEditor }) {
  const host = useRef<HTMLDivElement>(null);
  const status = useSyncExternalStore(editor.subscribe, editor.current);
  const wraps = useShell((now) => now.programWraps);
  const wide = useShell((now) => now.rightWide);
  useEffect(() => (host.current === null ? undefined : editor.attach(host.current)), [editor]);
  return (
    <>
      <div className="program-bar">
        <PhaseMark status={status} />
        <span className="program-place muted numbers">
          Line {status.line}, column {status.column}
        </span>
        <ToggleIconButton label="Wrap long lines" shortcut="Alt+Z" icon={WrapText} isSelected={wraps} onChange={switchWrap} />
        <ToggleIconButton
          label={status.before === null ? "Last change: nothing has changed yet" : "Show the last change"}
          icon={FileDiff}
          isSelected={status.showsChange}
          isDisabled={status.before === null}
          onChange={(shown) => editor.showChange(shown)}
        />
        <IconButton label="Run the program" shortcut="Ctrl+Enter" icon={Play} onPress={() => editor.run()} />
        <IconButton label={wide ? "Make the pane as it was" : "Make the pane wide"} shortcut="Alt+W" icon={wide ? Minimize2 : Maximize2} onPress={switchWide} />
      </div>
      {status.theirs !== null && (
        <Notice tone="warn" title="The program was changed where you are typing.">
          <p>Your text is not saved yet. Choose what to keep at the places that both changed; changes elsewhere are kept either way.</p>
          <div className="notice-buttons">
            <Button size="small" variant="primary" onPress={() => editor.resolve("mine")}>
              Keep mine
            </Button>
            <Button size="small" onPress={() => editor.resolve("theirs")}>
              Take theirs
            </Button>
          </div>
        </Notice>
      )}
      <div ref={host} className="program-text" />
      {status.error !== null && status.phase === "failed" && <Problem status={status} editor={editor} />}
    </>
  );
}

function Problem({ status, editor }: { status: ProgramStatus; editor: ProgramEditor }) {
  const { error } = status;
  if (error === null) return null;
  const line = error.line ?? null;
  return (
    <div className="program-problem" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        <p>
          {line !== null && (
            <button type="button" className="link" onClick={() => editor.goTo(line, error.column ?? null)}>
              Line {line}
            </button>
          )}
          {line !== null && ": "}
          {error.message}
        </p>
        <p className="muted">The last good scene stays in view. Nothing was changed.</p>
      </div>
    </div>
  );
}

const phases = {
  saved: { icon: Check, text: "Saved", tone: "good" },
  typing: { icon: Pencil, text: "Typing", tone: "" },
  running: { icon: LoaderCircle, text: "Running", tone: "" },
  failed: { icon: CircleAlert, text: "Error", tone: "bad" },
  conflict: { icon: TriangleAlert, text: "Conflict", tone: "warn" },
} as const;

function PhaseMark({ status }: { status: ProgramStatus }) {
  const { icon: Icon, text, tone } = phases[status.phase];
  const slow = useLate(status.phase === "running");
  return (
    <span className={`program-phase ${tone}`} role="status">
      <Icon size={14} aria-hidden className={slow ? "spinner" : ""} />
      {text}
    </span>
  );
}
