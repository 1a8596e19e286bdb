// A page to look at the tools by themselves: boxes as things, the fake context, and a plain selection by click. To see it:
// npx esbuild tests/viewport/tools/demo/demo.ts --bundle --format=esm --outfile=FOLDER/demo.js, copy index.html and demo.css beside it, and
// serve FOLDER.
import * as THREE from "three";
import { attachTools } from "../../../../src/viewport/tools";
import { FakeContext, LIVING_ROOM } from "../support/fake_context";

const host = document.getElementById("host") as HTMLElement;
const canvas = document.getElementById("canvas") as HTMLCanvasElement;
const renderer = new THREE.WebGLRenderer({ canvas, antialias: true });
let frame = 0;
let frames = 0;
let last = performance.now();
const draw = (fake: FakeContext): void => {
  frame ||= requestAnimationFrame((now) => {
    frame = 0;
    if (fake.controls.update((now - last) / 1000)) fake.requestFrame();
    last = now;
    renderer.render(fake.scene, fake.camera());
    frames++;
  });
};
const fake = new FakeContext(host, canvas, LIVING_ROOM, { delay: 120, frame: draw });
fake.scene.background = new THREE.Color(0x2a2e36);
fake.scene.add(new THREE.HemisphereLight(0xffffff, 0x606468, 2.2));
const sun = new THREE.DirectionalLight(0xffffff, 1.6);
sun.position.set(2, 5, 3);
fake.scene.add(sun);
const fit = (): void => {
  renderer.setSize(host.clientWidth, host.clientHeight, false);
  fake.resize(host.clientWidth, host.clientHeight);
};
window.addEventListener("resize", fit);
fit();
let pressed = { x: 0, y: 0 };
canvas.addEventListener("pointerdown", (event) => (pressed = { x: event.clientX, y: event.clientY }));
canvas.addEventListener("pointerup", (event) => {
  if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 3 || fake.tool() === "measure") return;
  const hit = fake.pick(event.clientX, event.clientY);
  const path = hit && hit.node.kind !== "room" ? [hit.node.path] : [];
  fake.select(event.shiftKey ? [...fake.selection(), ...path] : path);
});
const outline = new THREE.Group();
fake.scene.add(outline);
fake.onChange(() => {
  outline.clear();
  for (const path of fake.selection()) {
    const mesh = fake.meshes.get(path);
    if (mesh) mesh.add(new THREE.LineSegments(new THREE.EdgesGeometry(mesh.geometry), new THREE.LineBasicMaterial({ color: 0x8db8ff })));
  }
});
const tools = attachTools(fake);
Object.assign(window, { fake, tools, frames: () => frames });
