import type { Mount } from "../protocol";

export const mount: Mount = async () => {
  throw new Error("the viewport is being built");
};
