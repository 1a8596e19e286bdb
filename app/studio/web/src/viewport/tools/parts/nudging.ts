// Arrow keys move the selection by the grid. Strokes in quick succession are one step.
import type { Vec3 } from "../../../protocol";
import { screenStep } from "../logic/pointing";
import { moveAll } from "../logic/transforms";
import { pointText } from "../logic/units";
import { add, times } from "../logic/vectors";
import type { Kit } from "./kit";
import type { Session } from "./transforming";

export type Nudge = "left" | "right" | "away" | "near" | "up" | "down";

const USUAL_STEP = 0.05;
/** A pause this long ends the step. */
const PAUSE_MS = 450;

export class Nudging {
  private going: { session: Session; by: Vec3 } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly kit: Kit) {}

  nudge(way: Nudge): void {
    const { kit } = this;
    if (!this.going) {
      const session = kit.transforming.begin();
      if (!session) return;
      this.going = { session, by: [0, 0, 0] };
    }
    const step = kit.context.options().snapping.grid ?? USUAL_STEP;
    const toward: Vec3 = way === "up" ? [0, 1, 0] : way === "down" ? [0, -1, 0] : screenStep(kit.eye.direction(), kit.eye.up(), way);
    this.going.by = add(this.going.by, times(toward, step));
    kit.transforming.show(moveAll(this.going.session.subjects, this.going.by));
    kit.readout.show(`Nudge  ${pointText(this.going.by, kit.unit())}`);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(), PAUSE_MS);
  }

  /** Makes what was nudged last; before anything else begins. */
  finish(): void {
    const { going } = this;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.going = null;
    if (!going) return;
    this.kit.readout.hide();
    void this.kit.transforming.commit(moveAll(going.session.subjects, going.by));
  }
}
