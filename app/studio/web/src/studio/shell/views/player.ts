// Plays the frames of an animation in the viewport. Frames come from the server as motions of the first one, some at a time, and are kept for as long as
// the scene is the same.

import { create } from "zustand";
import type { RowMotion, SceneFrames } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { onStep, sessionPath, toast, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";

export interface PlayerState {
  /** From 0. */
  frame: number;
  playing: boolean;
  /** Frames a second. */
  speed: number;
  loops: boolean;
  /** How many frames are here; fewer than there are while they are being fetched. */
  here: number;
  /** Of those that are here, which look otherwise in more than motions. */
  looks: readonly number[];
}

export const speeds = [6, 12, 24, 30] as const;
const first: PlayerState = { frame: 0, playing: false, speed: 12, loops: true, here: 0, looks: [] };
const perAnswer = 100;

export const usePlayer = create<PlayerState>()(() => first);

/** The frame to show when so many milliseconds have passed since `start` was; null: the end is reached. */
export function frameAt(start: number, passed: number, { speed, loops }: Pick<PlayerState, "speed" | "loops">, frames: number): number | null {
  const next = start + Math.floor((passed * speed) / 1000);
  if (next < frames) return next;
  return loops ? next % frames : null;
}

type Fetch = (firstFrame: number, count: number) => Promise<SceneFrames>;

/** The frames of one revision. */
export class FrameStore {
  readonly motions: (readonly RowMotion[] | null)[] = [];
  readonly looks: number[] = [];
  private total: number | null = null;

  constructor(
    readonly revision: number,
    private readonly fetch: Fetch,
  ) {}

  get complete(): boolean {
    return this.total !== null && this.motions.length >= this.total;
  }

  /** Fetches more frames. False: there are no more, or the scene has changed meanwhile. */
  async more(): Promise<boolean> {
    if (this.complete) return false;
    const answer = await this.fetch(this.motions.length, perAnswer);
    if (answer.revision !== this.revision || answer.first !== this.motions.length) return false;
    this.total = answer.frames;
    this.motions.push(...answer.motions);
    this.looks.push(...answer.looks);
    return !this.complete;
  }
}

let store: FrameStore | null = null;
let loop: number | null = null;

/** Fetches the frames of the scene that is shown, unless they are here. */
export async function fetchFrames(): Promise<void> {
  const revision = useStudio.getState().scene?.revision;
  if (revision === undefined || store?.revision === revision) return;
  const own = new FrameStore(revision, (from, count) => getJson<SceneFrames>(sessionPath(`/scene/frames?first=${from}&count=${count}`)));
  store = own;
  usePlayer.setState({ here: 0, looks: [] });
  try {
    for (let goesOn = true; goesOn && store === own; ) {
      goesOn = await own.more();
      if (store !== own) return;
      usePlayer.setState({ here: own.motions.length, looks: [...own.looks] });
      show();
    }
  } catch (error) {
    if (store === own) store = null;
    toast("error", `The frames cannot be shown: ${error instanceof RequestFailure ? error.message : String(error)}`);
  }
}

function show(): void {
  const { frame } = usePlayer.getState();
  const motions = frame === 0 ? null : store?.motions[frame];
  if (motions !== undefined) currentViewport()?.showFrame(motions);
}

export function goToFrame(frame: number): void {
  usePlayer.setState({ frame });
  show();
}

export function pause(): void {
  if (loop !== null) cancelAnimationFrame(loop);
  loop = null;
  if (usePlayer.getState().playing) usePlayer.setState({ playing: false });
}

export function play(): void {
  const frames = useStudio.getState().scene?.frames ?? 1;
  if (frames < 2 || usePlayer.getState().playing) return;
  let start = usePlayer.getState().frame >= frames - 1 ? 0 : usePlayer.getState().frame;
  let begun: number | null = null;
  let { speed } = usePlayer.getState();
  usePlayer.setState({ playing: true });
  const tick = (now: number) => {
    const state = usePlayer.getState();
    if (!state.playing) return;
    if (begun === null || state.speed !== speed) [begun, start, speed] = [now, begun === null ? start : state.frame, state.speed];
    const next = frameAt(start, now - begun, state, frames);
    if (next === null) {
      goToFrame(frames - 1);
      return pause();
    }
    // what is not here yet is waited for
    if (next < state.here && next !== state.frame) goToFrame(next);
    loop = requestAnimationFrame(tick);
  };
  loop = requestAnimationFrame(tick);
}

/** Follows the scene: another one begins at its first frame, a change has frames of its own. Called once. */
export function beginPlayer(): void {
  useStudio.subscribe((now, before) => {
    if (now.session?.id === before.session?.id) return;
    pause();
    store = null;
    usePlayer.setState({ ...first, speed: usePlayer.getState().speed });
  });
  onStep(() => {
    const { frame } = usePlayer.getState();
    const frames = useStudio.getState().scene?.frames ?? 1;
    if (frames < 2) pause();
    if (frame >= frames) usePlayer.setState({ frame: 0 });
    if (store !== null && frames > 1) void fetchFrames();
  });
}
