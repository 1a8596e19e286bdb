import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ago } from "../../src/studio/shell/jobs/jobWords";
import { pictureAge, type ShownPicture } from "../../src/studio/shell/jobs/pictures";
import { useNow } from "../../src/studio/state/clock";

(globalThis as Record<string, unknown>)["IS_REACT_ACT_ENVIRONMENT"] = true;

beforeEach(() => vi.useFakeTimers({ now: 1_000_000_000_000 }));
afterEach(() => vi.useRealTimers());

function Age({ of }: { of: number }) {
  return <>{ago(of, useNow())}</>;
}

test("ages grow while nothing else happens, and what is shown later says the same", async () => {
  const [early, late] = [document.createElement("div"), document.createElement("div")];
  const roots = [createRoot(early), createRoot(late)];
  const made = Date.now() / 1000;
  await act(async () => roots[0]!.render(<Age of={made} />));
  expect(early.textContent).toBe("just now");
  await act(async () => void vi.advanceTimersByTime(185_000));
  await act(async () => roots[1]!.render(<Age of={made} />));
  expect([early.textContent, late.textContent]).toEqual(["3 minutes ago", "3 minutes ago"]);
  await act(async () => roots.forEach((root) => root.unmount()));
  expect(vi.getTimerCount()).toBe(0);
});

test("a picture says its age, and whether the scene has changed since", () => {
  const picture = (current: boolean) => ({ render: { made: 1_000_000_000, current } }) as ShownPicture;
  const now = 1_000_000_000_000 + 7_300_000;
  expect(pictureAge(picture(true), now)).toBe("2 hours ago");
  expect(pictureAge(picture(false), now)).toBe("2 hours ago, before a change");
});
