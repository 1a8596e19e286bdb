/** Hands bytes or an address to the browser as a download. */
export function saveFile(what: Blob | string, name: string): void {
  const address = typeof what === "string" ? what : URL.createObjectURL(what);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  if (typeof what !== "string") setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
