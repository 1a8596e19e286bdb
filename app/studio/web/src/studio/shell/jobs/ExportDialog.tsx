// Files of the scene for other programs.

import { Download } from "lucide-react";
import { useState } from "react";
import { Dialog, NumberField, Segmented, SelectField, Switch } from "../../parts";
import { useStudio } from "../../state/studio";
import { closeDialog, useDialog } from "../state/dialogs";
import { saveExport } from "./exporting";
import { pageSize } from "./exportSize";
import { JobFooter } from "./JobFooter";

const meshes = [
  { id: "html", label: "Web page (.html)", note: "One file that shows the scene in any browser, without a server" },
  { id: "glb", label: "glTF binary (.glb)", note: "For the web, Blender, Unity, Godot; with materials and names" },
  { id: "obj", label: "Wavefront (.obj)", note: "Read by nearly everything. A zip archive holds it with its materials and credits" },
  { id: "ply", label: "Polygons (.ply)", note: "One mesh with colours. A zip archive holds it with the credits of what it shows" },
  { id: "stl", label: "Stereolithography (.stl)", note: "Shape alone, for printing. A zip archive holds it with the credits of what it shows" },
  { id: "blend", label: "Blender (.blend)", note: "Needs Blender where the studio runs" },
];

const splats = [
  { id: "ply", label: "Gaussians (.ply)", note: "The common format" },
  { id: "compressed.ply", label: "Compressed (.compressed.ply)", note: "SuperSplat and PlayCanvas" },
  { id: "spz", label: "Niantic (.spz)", note: "Small, read by Spark" },
  { id: "sog", label: "PlayCanvas (.sog)", note: "Smallest, for the web" },
  { id: "splat", label: "Antimatter (.splat)", note: "Older web viewers" },
];

export function ExportDialog() {
  const isOpen = useDialog((now) => now.open === "export");
  const [kind, setKind] = useState<"mesh" | "splats">("mesh");
  const [mesh, setMesh] = useState("glb");
  const [splat, setSplat] = useState("ply");
  const [count, setCount] = useState(200_000);
  const [lit, setLit] = useState(true);
  const captures = useStudio((now) => now.scene?.splats);
  // a capture that is placed twice is in the file once
  const counts = [...new Map((captures ?? []).map((one) => [one.url.split("=").pop(), one.count])).values()];

  const start = () => saveExport(kind === "mesh" ? { format: mesh } : { format: splat, splats: count, lit });

  return (
    <Dialog
      title="Export"
      isOpen={isOpen}
      onClose={closeDialog}
      footer={<JobFooter verb="Export" icon={Download} start={start} begun="The export has begun. The file is saved when it is there." />}
    >
      <div className="stack">
        <Segmented
          label="What to export"
          value={kind}
          onChange={setKind}
          options={[
            { id: "mesh", label: "Triangles" },
            { id: "splats", label: "Gaussian splats" },
          ]}
        />
        {kind === "mesh" ? (
          <>
            <SelectField label="Format" options={meshes} value={mesh} onChange={setMesh} note={meshes.find((each) => each.id === mesh)?.note} />
            {mesh === "html" ? (
              <p className="pane-note muted">{pageSize(counts)}</p>
            ) : (
              counts.length > 0 && <p className="pane-note muted">Captures of Gaussians are no triangles: they are left out. A web page holds them.</p>
            )}
          </>
        ) : (
          <>
            <SelectField label="Format" options={splats} value={splat} onChange={setSplat} note={splats.find((each) => each.id === splat)?.note} />
            <NumberField label="Number of Gaussians" value={count} min={1_000} max={20_000_000} step={1_000} onChange={setCount} />
            <Switch isSelected={lit} onChange={setLit}>
              With the light of the scene
            </Switch>
          </>
        )}
      </div>
    </Dialog>
  );
}
