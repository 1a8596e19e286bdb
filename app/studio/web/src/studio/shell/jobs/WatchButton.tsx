import { ScanEye } from "lucide-react";
import { useState } from "react";
import type { StudioJob } from "../../../protocol";
import { IconButton } from "../../parts";
import { TrainingPreview } from "./TrainingPreview";

/** Opens the splats of a training that has drawn some. */
export function WatchButton({ job }: { job: StudioJob }) {
  const [open, setOpen] = useState(false);
  if (job.preview === 0) return null;
  return (
    <>
      <IconButton size="small" label="Watch the splats" icon={ScanEye} onPress={() => setOpen(true)} />
      <TrainingPreview job={job} isOpen={open} onClose={() => setOpen(false)} />
    </>
  );
}
