// What is wrong with the page as a whole: no connection, no scene, a scene that cannot be shown.

import { CloudOff, FileX, TriangleAlert, type LucideIcon } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { Button } from "../parts";
import { openPlace, refetch, useStudio } from "../state/studio";
import { showTab } from "./state/shell";

const shortBreak = 1_500;

/** Whether the connection is lost for longer than a moment: a short break moves nothing on the page. */
function useLost(): boolean {
  const connected = useStudio((now) => now.connected);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (connected) {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), shortBreak);
    return () => clearTimeout(timer);
  }, [connected]);
  return lost;
}

export function Banners() {
  const lost = useLost();
  const error = useStudio((now) => now.sceneError);
  const shown = useStudio((now) => now.scene !== null);
  const gone = useStudio((now) => now.session?.sceneGone ?? false);
  return (
    <>
      {lost && (
        <Banner icon={CloudOff} tone="warn">
          The studio does not answer. The page connects again by itself; what you change meanwhile is not saved. If it was ended, start it again with{" "}
          <code>scenewright studio</code>.
        </Banner>
      )}
      {gone && (
        <Banner icon={FileX} tone="bad" action={<Button size="small" onPress={() => void openPlace(null)}>Choose a scene</Button>}>
          The scene of this page is not there any more. It was moved or deleted.
        </Banner>
      )}
      {/* a scene that was never shown has its error in place of the viewport */}
      {error !== null && shown && !gone && (
        <Banner
          icon={TriangleAlert}
          tone="bad"
          action={
            <>
              <Button size="small" onPress={() => showTab("program")}>
                Open the program
              </Button>
              <Button size="small" onPress={() => void refetch()}>
                Try again
              </Button>
            </>
          }
        >
          You see the last good state of the scene; as it is now it cannot be shown: {error.message}
        </Banner>
      )}
    </>
  );
}

function Banner({ icon: Icon, tone, children, action }: { icon: LucideIcon; tone: "warn" | "bad"; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`banner ${tone}`} role="alert">
      <Icon size={16} aria-hidden />
      <div className="banner-text">{children}</div>
      {action}
    </div>
  );
}
