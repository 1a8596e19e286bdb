// How large an exported page becomes, as far as that is known before it is made.

/** Bytes of the viewport in the page, without and with what draws Gaussians. */
const VIEWPORT = 0.9e6;
const WITH_SPLATS = 3.5e6;
/** Bytes of a Gaussian in the page, compressed and as text: with colours that depend on the direction it takes up to twice as much. */
const LEAST = 18;
const MOST = 58;
/** The server's bound, app/viewing/html_exporter.py. */
export const MOST_GAUSSIANS = Math.floor((96 * 2 ** 20) / 20);

function megabytes(bytes: number): string {
  return bytes < 9.5e6 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6).toLocaleString("en");
}

/** A sentence on the size of a page with captures of so many Gaussians each. */
export function pageSize(counts: readonly number[]): string {
  const count = counts.reduce((sum, each) => sum + each, 0);
  if (count === 0) return `The file takes ${megabytes(VIEWPORT)} MB, and what the meshes and textures of the scene take.`;
  const told = `${count.toLocaleString("en")} Gaussians`;
  if (count > MOST_GAUSSIANS) return `The scene has ${told}, and a web page holds at most ${MOST_GAUSSIANS.toLocaleString("en")}: export Gaussian splats instead.`;
  const [low, high] = [WITH_SPLATS + LEAST * count, WITH_SPLATS + MOST * count];
  return `With ${told} the file takes ${megabytes(low)} to ${megabytes(high)} MB, and what the meshes and textures of the scene take.`;
}

/** The size of a file that is there. */
export function fileSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${megabytes(bytes)} MB`;
}
