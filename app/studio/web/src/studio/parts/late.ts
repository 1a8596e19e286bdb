// Whether work goes on for so long that a person should see it go on: most changes are saved before.

import { useEffect, useState } from "react";

/** Milliseconds before anything turns. Each picture of what turns takes time from what it waits for; a style that begins late would not do, as
 * the browser draws the whole page again and again during its delay, too. */
const UNHURRIED = 800;

/** True once `on` has been true for a while, until it is false again. */
export function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), UNHURRIED);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on]);
  return on && late;
}
