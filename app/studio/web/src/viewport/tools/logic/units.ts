// Numbers with their units, as people read them.
import type { Vec3 } from "../../../protocol";

/** The short name of a scene's unit; a scene that names none is in metres. */
export function unitOf(units: string | null): string {
  const name = units?.trim().toLowerCase() ?? "";
  return name === "" || /^(m|met(re|er)s?)$/.test(name) ? "m" : (units as string).trim().slice(0, 12);
}

/** Always as many decimals, so that a number that runs does not jump; a true minus sign. */
export function figure(value: number, decimals = 3): string {
  const cut = Number(value.toFixed(decimals)) + 0;
  return `${cut < 0 ? "−" : ""}${Math.abs(cut).toFixed(decimals)}`;
}

export const lengthText = (value: number, unit: string): string => `${figure(value)} ${unit}`;
export const pointText = (value: Vec3, unit: string): string => `x ${figure(value[0])}  y ${figure(value[1])}  z ${figure(value[2])} ${unit}`;
export const angleText = (value: number): string => `${figure(value, 1).replace(/\.0$/, "")}°`;
export const factorText = (value: number): string => `× ${figure(value)}`;
