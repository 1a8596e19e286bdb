// Jobs at the left, the pictures that they made at the right.

import { Images, ListChecks } from "lucide-react";
import { Button, EmptyState } from "../../parts";
import { openDialog } from "../state/dialogs";
import { Gallery } from "./Gallery";
import { JobRow } from "./JobRow";
import { useJobs } from "./jobStore";

export function JobsPane() {
  const jobs = useJobs((now) => now.jobs);
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
