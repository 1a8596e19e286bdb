// A PNG of the view, drawn once in its own size.

import { Vector2 } from "three";
import type { CameraRig } from "../cameras/camera_rig";
import type { Stage } from "./stage";

export function takeScreenshot(stage: Stage, rig: CameraRig, width: number, height: number): Promise<Blob> {
  const { renderer } = stage;
  const most = renderer.capabilities.maxTextureSize;
  if (!(width >= 1 && height >= 1 && width <= most && height <= most)) {
    return Promise.reject(new Error(`a picture of ${width} x ${height} pixels cannot be drawn here: each side has from 1 to ${most} pixels`));
  }
  // without smooth edges of its own the picture is drawn larger and reduced
  const scale = stage.software && 2 * Math.max(width, height) <= most ? 2 : 1;
  const size = renderer.getSize(new Vector2());
  const ratio = renderer.getPixelRatio();
  const canvas = renderer.domElement;
  try {
    rig.resize(width, height);
    stage.resize(Math.round(width), Math.round(height), scale);
    stage.render(rig.camera);
    const taken = scale === 1 ? canvas : reduced(canvas, Math.round(width), Math.round(height));
    // the picture is taken here and now; only its encoding takes until later
    return new Promise((done, refuse) => {
      taken.toBlob((blob) => (blob === null ? refuse(new Error("the browser made no picture of the view")) : done(blob)), "image/png");
    });
  } finally {
    rig.resize(size.x, size.y);
    stage.resize(size.x, size.y, ratio);
    stage.render(rig.camera);
  }
}

function reduced(canvas: HTMLCanvasElement, width: number, height: number): HTMLCanvasElement {
  const small = canvas.ownerDocument.createElement("canvas");
  small.width = width;
  small.height = height;
  const pen = small.getContext("2d")!;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(canvas, 0, 0, width, height);
  return small;
}
