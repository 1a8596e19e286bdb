// @vitest-environment node

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf-8"));
const manifest = read("package.json") as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const locked = Object.entries((read("package-lock.json") as { packages: Record<string, Locked> }).packages).filter(([path]) => path !== "");

describe("the packages of the page", () => {
  it("has one three, which the viewport and Spark share", () => {
    expect(locked.map(([path]) => path).filter((path) => path.endsWith("node_modules/three"))).toEqual(["node_modules/three"]);
  });

  it("states exact versions", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it("locks each package by its hash and names no registry", () => {
    expect(locked.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("builds with what is not for development alone", () => {
    const esbuild = locked.filter(([path]) => /node_modules\/(@esbuild\/.*|esbuild)$/.test(path));
    expect(esbuild.length).toBeGreaterThan(20);
    expect(esbuild.filter(([, entry]) => entry.dev === true)).toEqual([]);
  });
});
