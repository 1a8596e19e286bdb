// Jobs at the left, the pictures that they made at the right.

import { Images, ListChecks } from "lucide-react";
import { useMemo, useState } from "react";
import { Button, EmptyState } from "../../parts";
import { useStudio } from "../../state/studio";
import { openDialog } from "../state/dialogs";
import { Gallery } from "./Gallery";
import { JobRow } from "./JobRow";
import { ofScene, useJobs } from "./jobStore";

export function JobsPane() {
  const all = useJobs((now) => now.jobs);
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const [everywhere, setEverywhere] = useState(false);
  const own = useMemo(() => all.filter((job) => ofScene(job, place)), [all, place]);
  const jobs = everywhere ? all : own;
  const others = all.length - own.length;
  return (
    <div className="jobs-pane">
      <section className="jobs-list" aria-label="Jobs">
        {jobs.length === 0 ? (
          <EmptyState icon={ListChecks} title="No jobs yet">
            Renders, exports, layouts and trainings show up here. They go on when you close the page.
          </EmptyState>
        ) : (
          <ul>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        )}
        {others > 0 && (
          <Button variant="quiet" size="small" onPress={() => setEverywhere(!everywhere)}>
            {everywhere ? "Show the jobs of this scene alone" : `Show ${others === 1 ? "1 job" : `${others.toLocaleString("en")} jobs`} of other scenes, too`}
          </Button>
        )}
      </section>
      <section className="jobs-gallery" aria-label="Gallery">
        <Gallery
          empty={
            <EmptyState icon={Images} title="No pictures of this scene yet" action={<Button onPress={() => openDialog("render")}>Render</Button>}>
              Render the scene, and its pictures stay here with the settings that made them.
            </EmptyState>
          }
        />
      </section>
    </div>
  );
}
