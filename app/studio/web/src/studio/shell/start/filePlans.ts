// What each way to begin with files takes. The server looks at the contents; this only spares people a long upload of the wrong thing.

import type { ChosenFile } from "./uploads";

export type FilesFor = "scene" | "pictures" | "capture";

export interface FilesPlan {
  title: string;
  lead: string;
  types: string[];
  several: boolean;
  /** Why these files cannot be used; null: they can. */
  refusal: (files: readonly ChosenFile[]) => string | null;
}

const pictureTypes = [".png", ".jpg", ".jpeg", ".webp"];
const videoTypes = [".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi"];
const splatTypes = [".ply", ".spz", ".splat", ".ksplat", ".sog"];
const fewest = 3;

const endsIn = (name: string, types: readonly string[]): boolean => types.some((type) => name.toLowerCase().endsWith(type));

export const isSplatFile = (name: string): boolean => endsIn(name, splatTypes);

export const plans: Record<FilesFor, FilesPlan> = {
  scene: {
    title: "Open a folder",
    lead: "A scene folder holds program.py and what belongs to it. A single program or the reply of a model as a .md file becomes a scene folder of its own. The scenes of this studio are listed on the first page.",
    types: [".py", ".md", ".zip"],
    several: false,
    refusal: (files) => {
      const folder = files.some(({ name }) => name === "program.py" || name.endsWith("/program.py"));
      if (files.length === 0 || folder || (files.length === 1 && endsIn(files[0]!.name, [".py", ".md", ".zip"]))) return null;
      return "There is no program.py in it. Choose a scene folder, or one .py, .md or .zip file.";
    },
  },
  pictures: {
    title: "From pictures",
    lead: "Photographs of one thing or one room from all around, each overlapping the next by more than half. Twenty to two hundred are good; sharp ones with fixed exposure are best.",
    types: pictureTypes,
    several: true,
    refusal: (files) => {
      const pictures = files.filter(({ name }) => endsIn(name, pictureTypes)).length;
      if (files.length === 0 || pictures >= fewest) return null;
      return `At least ${fewest} pictures are needed (PNG, JPEG or WebP); there ${pictures === 1 ? "is 1" : `are ${pictures}`}.`;
    },
  },
  capture: {
    title: "From a capture",
    lead: "A video, a zip or folder with photographs and cameras (transforms.json, COLMAP), or a finished file of Gaussian splats.",
    types: [...videoTypes, ".zip", ".json", ...splatTypes],
    several: true,
    refusal: (files) => {
      if (files.length !== 1 || endsIn(files[0]!.name, [...videoTypes, ".zip", ".json", ...splatTypes])) return null;
      return "One file must be a video, a zip, a transforms.json or a file of splats. Choose the folder for a set of photographs.";
    },
  },
};
