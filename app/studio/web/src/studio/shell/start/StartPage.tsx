// The first page: a sentence, a folder, pictures or a capture become a scene; and the scenes that are there already.

import { useEffect } from "react";
import { useStudio } from "../../state/studio";
import { Logo } from "../Logo";
import { ThemeMenu } from "../TopBar";
import { BeginCards } from "./BeginCards";
import { PromptBox } from "./PromptBox";
import { RecentScenes } from "./RecentScenes";
import { RunningJobs } from "./RunningJobs";
import { Banners } from "../Banners";

export function StartPage() {
  const user = useStudio((now) => now.session?.user ?? null);
  useEffect(() => {
    document.title = "Scenewright";
  }, []);
  return (
    <div className="start">
      <a className="skip-link" href="#start">
        Skip to the content
      </a>
      <header className="start-bar">
        <Logo size={22} />
        <span className="start-name">Scenewright</span>
        <span className="bar-space" />
        {user !== null && <span className="muted">{user}</span>}
        <ThemeMenu />
      </header>
      <Banners />
      <main id="start" className="start-main" tabIndex={-1}>
        <PromptBox />
        <RunningJobs />
        <BeginCards />
        <RecentScenes />
      </main>
    </div>
  );
}
