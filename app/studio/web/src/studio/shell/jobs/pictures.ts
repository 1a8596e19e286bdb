// The pictures of a scene with what made them.

import { useEffect, useState } from "react";
import type { GalleryPicture, GalleryRender } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { sessionPath, useStudio } from "../../state/studio";
import { tellFailure, useJobs } from "./jobStore";

export interface ShownPicture extends GalleryPicture {
  render: GalleryRender;
  address: string;
}

/** The pictures that can be shown, newest render first. Arrays of numbers are files of jobs alone. */
export function picturesOf(renders: readonly GalleryRender[], address: (name: string) => string): ShownPicture[] {
  return renders.flatMap((render) =>
    render.pictures
      .filter((picture) => picture.name.toLowerCase().endsWith(".png"))
      .map((picture) => ({ ...picture, render, address: address(picture.name) })),
  );
}

/** Null while they are fetched. They are fetched anew when a picture was made. */
export function useGallery(): ShownPicture[] | null {
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const made = useJobs((now) => now.pictures);
  const [pictures, setPictures] = useState<ShownPicture[] | null>(null);
  useEffect(() => {
    if (place === null) return;
    const ends = new AbortController();
    getJson<{ renders: GalleryRender[] }>(sessionPath("/gallery"), ends.signal)
      .then(({ renders }) => setPictures(picturesOf(renders, (name) => sessionPath(`/gallery/${encodeURIComponent(name)}`))))
      .catch((error: unknown) => {
        if (ends.signal.aborted) return;
        setPictures((now) => now ?? []);
        if (!(error instanceof RequestFailure) || error.status !== 0) tellFailure(error);
      });
    return () => ends.abort();
  }, [place, made]);
  return pictures;
}

/** A pass of numbers has a picture beside it, which shows them as greys or colours. */
export function passName(picture: ShownPicture): string {
  return picture.pass.replace(/_picture$/, "");
}

export function pictureTitle(picture: ShownPicture): string {
  const frame = picture.frame > 0 ? `, frame ${picture.frame}` : "";
  return `${picture.render.renderer}, ${passName(picture)}, view ${picture.camera + 1}${frame}`;
}
