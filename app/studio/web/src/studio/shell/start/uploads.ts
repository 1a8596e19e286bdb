// Sends files to the server, with progress. fetch tells nothing of how much was sent, so this is an XMLHttpRequest.

import type { StudioError, StudioUpload, UploadKind } from "../../../protocol";
import { RequestFailure } from "../../api/client";
import { recordOf } from "../state/kept";

export interface ChosenFile {
  file: File;
  /** Its name within the upload, with folders. */
  name: string;
}

export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return [...files].map((file) => ({ file, name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath }));
}

/** Files without what systems add to folders by themselves. */
export function withoutClutter(files: readonly ChosenFile[]): ChosenFile[] {
  return files.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db"));
}

/** Sends files as one upload. `onProgress` gets the share that was sent; 1: the server looks at it. */
export function upload(kind: UploadKind, files: readonly ChosenFile[], onProgress: (share: number) => void, signal?: AbortSignal): Promise<StudioUpload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/uploads?kind=${kind}`);
    request.responseType = "text";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(recordOf(body)["upload"] as StudioUpload);
      else reject(new RequestFailure(errorOf(body, request), request.status));
    };
    request.onerror = () => reject(new RequestFailure(plainError("The upload was cut off. Is scenewright studio still running?"), 0));
    request.onabort = () => reject(new RequestFailure(plainError("The upload was cancelled."), 0));
    signal?.addEventListener("abort", () => request.abort());
    const only = files.length === 1 ? files[0] : undefined;
    if (only && !only.name.includes("/")) {
      request.setRequestHeader("x-filename", encodeURIComponent(only.name));
      request.setRequestHeader("content-type", "application/octet-stream");
      request.send(only.file);
      return;
    }
    const form = new FormData();
    for (const { file, name } of files) form.append("files", file, name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function errorOf(body: unknown, request: XMLHttpRequest): StudioError {
  const error = recordOf(body)["error"];
  if (typeof error === "object" && error !== null) return error as StudioError;
  return plainError(request.responseText.slice(0, 400) || `The server answered ${request.status}.`);
}

const plainError = (message: string): StudioError => ({ class: "UploadError", message, field: "", stale: false });
