/** Hands bytes or an address to the browser as a download. */
export function saveFile(what: Blob | string, name: string): void {
  const address = typeof what === "string" ? what : URL.createObjectURL(what);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  if (typeof what !== "string") setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const mostLetters = 40;

/** A title as the name of a file, as the server names exports (app/studio/exported_files.py): letters, digits and hyphens, whole words as long as they fit. */
export function fileStem(title: string): string {
  const words = title.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > 1 && ["a", "an", "the"].includes(words[0]!)) words.shift();
  let stem = "";
  for (const word of words) {
    const longer = stem === "" ? word.slice(0, mostLetters) : `${stem}-${word}`;
    if (longer.length > mostLetters) break;
    stem = longer;
  }
  return stem === "" ? "scene" : stem;
}
