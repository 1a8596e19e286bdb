// The whole page: the first page, or a scene.

import { useEffect, useState } from "react";
import { RequestFailure } from "./api/client";
import { StartPage } from "./shell/StartPage";
import { Workspace } from "./shell/Workspace";
import { openSession, useStudio } from "./state/studio";

function sessionOfAddress(): string | null {
  const match = /^\/s\/([a-z0-9]+)$/.exec(location.pathname);
  return match?.[1] ?? null;
}

export function App() {
  const session = useStudio((now) => now.session);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    openSession(sessionOfAddress()).catch((error: unknown) => {
      setFailure(error instanceof RequestFailure ? error.message : String(error));
    });
  }, []);

  if (failure !== null) return <p role="alert">{failure}</p>;
  if (session === null) return <p role="status">Opening the studio ...</p>;
  return session.scene === null ? <StartPage /> : <Workspace />;
}
