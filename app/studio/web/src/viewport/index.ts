// The viewport: one scene in WebGL, which knows nothing of the page around it. See protocol/transport.ts for what goes in and out.
export { mount } from "./mount";
export type * from "../protocol";
