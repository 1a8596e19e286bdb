// The pictures of a scene with what made them.

import { useEffect, useRef, useState } from "react";
import type { GalleryPicture, GalleryRender } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { sessionPath, useStudio } from "../../state/studio";
import { tellFailure, useJobs } from "./jobStore";
import { ago } from "./jobWords";

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

/** How old a picture is, and whether the scene has changed since. */
export function pictureAge({ render }: ShownPicture, now: number): string {
  return `${ago(render.made, now)}${render.current ? "" : ", before a change"}`;
}

const settled = 400;

/** Null while they are fetched. They are fetched anew when a picture was made, and when the scene has changed: then they are of another state. */
export function useGallery(): ShownPicture[] | null {
  const place = useStudio((now) => now.session?.scene?.id ?? null);
  const made = useJobs((now) => now.pictures);
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const asked = useRef<string | null>(null);
  const [pictures, setPictures] = useState<ShownPicture[] | null>(null);
  useEffect(() => {
    if (place === null) return;
    const ends = new AbortController();
    const fetchAll = () => getJson<{ renders: GalleryRender[] }>(sessionPath("/gallery"), ends.signal)
      .then(({ renders }) => setPictures(picturesOf(renders, (name) => sessionPath(`/gallery/${encodeURIComponent(name)}`))))
      .catch((error: unknown) => {
        if (ends.signal.aborted) return;
        setPictures((now) => now ?? []);
        if (!(error instanceof RequestFailure) || error.status !== 0) tellFailure(error);
      });
    // many changes in a row ask once
    const again = asked.current === `${place} ${made}`;
    asked.current = `${place} ${made}`;
    const timer = setTimeout(() => void fetchAll(), again ? settled : 0);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [place, made, revision]);
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
