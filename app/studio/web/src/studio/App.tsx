// The whole page: the first page, or a scene.

import { CircleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { RequestFailure } from "./api/client";
import { Button, EmptyState, Spinner, Toasts } from "./parts";
import { beginJobs } from "./shell/jobs/jobStore";
import { beginRenderForm } from "./shell/jobs/renderForm";
import { StartPage } from "./shell/start/StartPage";
import { beginAnswerer } from "./panes/chat/answerer";
import { beginDialogs } from "./shell/state/dialogs";
import { beginPlaces } from "./shell/state/places";
import { beginShell } from "./shell/state/shell";
import { useTheme } from "./shell/state/theme";
import { beginSavedViews } from "./shell/state/savedViews";
import { beginView } from "./shell/state/view";
import { beginPlayer } from "./shell/views/player";
import { Workspace } from "./shell/Workspace";
import { followAddress, openSession, useStudio } from "./state/studio";

beginShell();
beginDialogs();
beginRenderForm();
beginView();
beginSavedViews();
beginJobs();
beginPlaces();
beginPlayer();
beginAnswerer();

function sessionOfAddress(): string | null {
  const match = /^\/s\/([a-z0-9]+)$/.exec(location.pathname);
  return match?.[1] ?? null;
}

export function App() {
  const session = useStudio((now) => now.session);
  const [failure, setFailure] = useState<string | null>(null);
  useTheme();

  useEffect(() => {
    openSession(sessionOfAddress()).catch((error: unknown) => {
      setFailure(error instanceof RequestFailure ? error.message : String(error));
    });
    return followAddress();
  }, []);

  if (failure !== null) {
    return (
      <main className="whole" role="alert">
        <EmptyState icon={CircleAlert} title="The studio cannot be opened" action={<Button onPress={() => location.reload()}>Try again</Button>}>
          {failure}
        </EmptyState>
      </main>
    );
  }
  if (session === null) {
    return (
      <main className="whole">
        <Spinner label="The studio opens" size={24} />
      </main>
    );
  }
  return (
    <>
      {/* a scene that is gone has its banner on the first page */}
      {session.scene === null ? <StartPage /> : <Workspace key={session.scene.id} />}
      <Toasts />
    </>
  );
}
