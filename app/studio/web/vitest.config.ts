import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    environment: "happy-dom",
    // one environment for all files: a new one for each takes four times as long as the tests themselves
    pool: "threads",
    isolate: false,
  },
});
