import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useLate } from "../../src/studio/parts";

(globalThis as Record<string, unknown>)["IS_REACT_ACT_ENVIRONMENT"] = true;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function Mark({ on }: { on: boolean }) {
  return <>{useLate(on) ? "turns" : "stands"}</>;
}

test("what is soon done turns nothing, and what takes long turns until it is done", async () => {
  const host = document.createElement("div");
  const root = createRoot(host);
  const show = (on: boolean) => act(async () => root.render(<Mark on={on} />));
  const pass = (milliseconds: number) => act(async () => void vi.advanceTimersByTime(milliseconds));
  await show(true);
  await pass(700);
  expect(host.textContent).toBe("stands");
  await show(false);
  await pass(700);
  await show(true);
  await pass(700);
  expect(host.textContent).toBe("stands");
  await pass(200);
  expect(host.textContent).toBe("turns");
  await show(false);
  expect(host.textContent).toBe("stands");
  await show(true);
  expect(host.textContent).toBe("stands");
  await act(async () => root.unmount());
  expect(vi.getTimerCount()).toBe(0);
});
