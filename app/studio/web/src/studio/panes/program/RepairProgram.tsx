// A scene whose program cannot run when it is opened: its text can be mended here.

import { useEffect, useState } from "react";
import type { StudioError } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { Button, Notice, TextField } from "../../parts";
import { refetch, sessionPath, writeProgram } from "../../state/studio";

export function RepairProgram({ error }: { error: StudioError }) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<StudioError>(error);
  const [running, setRunning] = useState(false);

  useEffect(() => {
    getJson<{ source: string }>(sessionPath("/scene/source"))
      .then(({ source }) => setText(source))
      .catch((failure: unknown) => {
        if (failure instanceof RequestFailure) setProblem(failure.error);
      });
  }, []);

  const run = async () => {
    if (text === null) return;
    setRunning(true);
    const outcome = await writeProgram(text, null);
    setRunning(false);
    if (outcome.ok) await refetch();
    else setProblem(outcome.error);
  };

  return (
    <div className="program-repair">
      <Notice tone="bad" title={problem.line == null ? "The program cannot run" : `The program cannot run: line ${problem.line}`}>
        <p>{problem.message}</p>
      </Notice>
      {text !== null && (
        <>
          <TextField label="Program" value={text} onChange={setText} multiline rows={24} className="program-repair-text" />
          <Button variant="primary" onPress={() => void run()} isPending={running}>
            Run the mended program
          </Button>
        </>
      )}
    </div>
  );
}
