import { describe, expect, test } from "vitest";
import { examples } from "../../../src/studio/shell/start/examples";
import { isSplatFile, plans } from "../../../src/studio/shell/start/filePlans";
import { pictureRefusal } from "../../../src/studio/shell/start/promptPictures";
import { withoutClutter, type ChosenFile } from "../../../src/studio/shell/start/uploads";
import { generateRequest, missingFor, wantsKey, type WriterChoice } from "../../../src/studio/shell/start/writer";

const files = (...names: string[]): ChosenFile[] => names.map((name) => ({ name, file: new File(["x"], name) }));
const embedded: WriterChoice = { writer: "embedded", model: "openai:gpt-5", baseUrl: "http://localhost:1", key: "secret", effort: "best", staged: false, minutes: 5, money: NaN, seed: 3, dress: "full" };
const none = { own: null, address: null, any: true, keyed: [] };
const own = { own: "openai:own", address: null, any: false, keyed: ["openai"] };

describe("files to begin with", () => {
  test("what systems add to folders is left out", () => {
    expect(withoutClutter(files("a/.DS_Store", "a/1.jpg", "__MACOSX/a/1.jpg", ".git/x", "Thumbs.db")).map((each) => each.name)).toEqual(["a/1.jpg"]);
  });

  test("a scene folder has a program", () => {
    expect(plans.scene.refusal(files("room/program.py", "room/scene.toml"))).toBeNull();
    expect(plans.scene.refusal(files("reply.md"))).toBeNull();
    expect(plans.scene.refusal(files("a.jpg"))).toMatch(/program\.py/);
  });

  test("pictures are several", () => {
    expect(plans.pictures.refusal(files("1.jpg", "2.JPG", "3.png"))).toBeNull();
    expect(plans.pictures.refusal(files("1.jpg", "notes.txt"))).toMatch(/there is 1/);
  });

  test("a capture is one file of its kinds, or a folder", () => {
    expect(plans.capture.refusal(files("walk.mp4"))).toBeNull();
    expect(plans.capture.refusal(files("a/transforms.json", "a/1.png"))).toBeNull();
    expect(plans.capture.refusal(files("page.html"))).not.toBeNull();
    expect(isSplatFile("Room.SPZ")).toBe(true);
    expect(isSplatFile("room.zip")).toBe(false);
  });
});

describe("who writes", () => {
  test("the embedded writer hears of no model, address or key", () => {
    expect(generateRequest(" a room ", embedded)).toEqual({ text: "a room", seed: 3, dress: "full" });
  });

  test("a model is named with its server; its key is no part of the request", () => {
    const request = generateRequest("a room", { ...embedded, writer: "model" });
    expect(request).toEqual({ text: "a room", seed: 3, writer: "model", model: "openai:gpt-5", base_url: "http://localhost:1", effort: "best", max_seconds: 300 });
    expect(JSON.stringify(request)).not.toContain("secret");
  });

  test("a scene is made in stages where that is chosen, and by a model alone", () => {
    expect(generateRequest("a room", { ...embedded, staged: true })).not.toHaveProperty("staged");
    expect(generateRequest("a room", { ...embedded, writer: "model", staged: true })).toHaveProperty("staged", true);
    expect(generateRequest("a room", { ...embedded, writer: "model" })).not.toHaveProperty("staged");
  });

  test("it says what is missing", () => {
    expect(missingFor("  ", embedded, none)).not.toBeNull();
    expect(missingFor("a room", embedded, none)).toBeNull();
    expect(missingFor("a room", { ...embedded, writer: "model", model: "gpt-5" }, none)).toMatch(/provider:name/);
    expect(missingFor("a room", { ...embedded, writer: "model", model: "" }, none)).toMatch(/provider:name/);
    expect(missingFor("a room", { ...embedded, writer: "model", model: "" }, own)).toBeNull();
    expect(missingFor("", embedded, none, 1)).toBeNull();
    expect(missingFor("a room", embedded, none, 1)).toMatch(/need a language model/);
    expect(missingFor("a room", { ...embedded, writer: "model" }, none, 1)).toBeNull();
  });

  test("pictures and a brief go with the request", () => {
    expect(generateRequest("", embedded, { images: ["a"] })).toEqual({ images: ["a"], seed: 3, dress: "full" });
    const brief = { things: [{ id: "chair", noun: "chair" }] };
    expect(generateRequest("a room", { ...embedded, writer: "model", model: "", baseUrl: "" }, { brief })).toMatchObject({ writer: "model", brief });
    expect(generateRequest("a room", embedded, { brief })).not.toHaveProperty("brief");
  });

  test("a key is asked for where the studio has none", () => {
    const model = { ...embedded, writer: "model", model: "", baseUrl: "" } as const;
    expect(wantsKey(model, own)).toBe(false);
    expect(wantsKey({ ...model, model: "anthropic:other" }, own)).toBe(true);
    expect(wantsKey({ ...model, model: "openai:x" }, none)).toBe(true);
    expect(wantsKey({ ...model, model: "ollama:x" }, none)).toBe(false);
    expect(wantsKey({ ...model, baseUrl: "http://localhost:1" }, own)).toBe(true);
  });

  test("pictures are refused before they are sent", () => {
    expect(pictureRefusal({ name: "a.PNG", size: 10 })).toBeNull();
    expect(pictureRefusal({ name: "a.gif", size: 10 })).toMatch(/PNG/);
    expect(pictureRefusal({ name: "a.png", size: 0 })).toMatch(/empty/);
    expect(pictureRefusal({ name: "a.png", size: 2 ** 27 })).toMatch(/64 MB/);
  });

  test("there are six examples, all different", () => {
    expect(new Set(examples.map((example) => example.text)).size).toBe(6);
  });
});
