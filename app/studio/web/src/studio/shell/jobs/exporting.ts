// Exports as jobs whose files the browser saves when they are there.

import type { StudioJob } from "../../../protocol";
import { toast } from "../../state/studio";
import { saveFile } from "../saveFile";
import { fileSize } from "./exportSize";
import { jobFile, startJob, tellEnd } from "./jobStore";

/** Throws a RequestFailure where the export is refused. */
export async function saveExport(request: Record<string, unknown>): Promise<void> {
  await startJob("export", request, { whenEnded: saved });
}

function saved(job: StudioJob): void {
  if (job.state !== "finished") {
    tellEnd(job);
    return;
  }
  const save = () => {
    for (const file of job.files) saveFile(jobFile(job, file.n, "?save=true"), file.name);
  };
  save();
  toast("success", `${job.files.map((file) => `${file.name} (${fileSize(file.bytes)})`).join(", ")} is exported.`, { label: "Save it again", run: save });
}
