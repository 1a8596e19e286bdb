export type * from "./catalogue";
export type * from "./drawing";
export type * from "./scene";
export type * from "./transport";
export type * from "./studio";
export type * from "./jobs";
export type * from "./chat";
