// The mask of an outline, and the line that is drawn along its edge.

import { Color, CustomBlending, DoubleSide, GLSL3, MaxEquation, OneFactor, RawShaderMaterial, ShaderMaterial, Vector2, Vector4 } from "three";
import type { Texture } from "three";

const MASK_VERTEX = /* glsl */ `
in vec3 position;
in mat4 instanceMatrix;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
void main() { gl_Position = projectionMatrix * viewMatrix * (instanceMatrix * vec4(position, 1.0)); }`;

const MASK_FRAGMENT = /* glsl */ `
precision mediump float;
uniform vec4 paint;
out vec4 result;
void main() { result = paint; }`;

const EDGE_VERTEX = /* glsl */ `
varying vec2 vAt;
void main() { vAt = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }`;

// A place beside the mask is in the line; one between two parts of it that nearly touch is not: two lines in a narrow gap would be a blot.
// The line is fainter where all of the mask around it is hidden.
const EDGE_FRAGMENT = /* glsl */ `
uniform sampler2D mask;
uniform vec2 texel;
uniform vec3 accent;
uniform vec3 hover;
varying vec2 vAt;
vec3 most = vec3(0.0);
vec2 sum = vec2(0.0);
vec2 gap = vec2(0.0);
void look(vec2 offset) {
  vec3 here = texture2D(mask, vAt + offset * texel).rgb;
  vec3 there = texture2D(mask, vAt - offset * texel).rgb;
  most = max(most, max(here, there));
  sum += here.rg + there.rg;
}
void across(vec2 offset) {
  gap = max(gap, min(texture2D(mask, vAt + offset * texel).rg, texture2D(mask, vAt - offset * texel).rg));
}
void main() {
  vec3 here = texture2D(mask, vAt).rgb;
  look(vec2(1.0, 0.0)); look(vec2(0.0, 1.0)); look(vec2(0.7, 0.7)); look(vec2(-0.7, 0.7));
  vec2 rim = (1.0 - here.rg) * smoothstep(vec2(0.0), vec2(0.3), max(most.rg * 0.4, sum / 8.0));
  if (rim.r + rim.g > 0.0) {
    across(vec2(1.0, 0.0)); across(vec2(0.0, 1.0)); across(vec2(0.7, 0.7)); across(vec2(-0.7, 0.7));
    across(vec2(1.4, 0.0)); across(vec2(0.0, 1.4)); across(vec2(1.0, 1.0)); across(vec2(-1.0, 1.0));
  }
  // the line of what is under the pointer is thinner than that of the selection
  rim.g *= smoothstep(0.25, 0.7, rim.g);
  vec2 within = max(here.rg, smoothstep(vec2(0.2), vec2(0.6), gap));
  rim *= 1.0 - within;
  float seen = max(most.b, here.b);
  float inner = within.r * 0.06 + within.g * (1.0 - within.r) * 0.08;
  float line = max(rim.r, rim.g * 0.85 * (1.0 - rim.r)) * mix(0.4, 1.0, seen);
  float cover = max(line, inner * mix(0.5, 1.0, seen));
  if (cover < 0.004) discard;
  float chosen = max(rim.r, within.r);
  float under = max(rim.g, within.g) * (1.0 - chosen);
  gl_FragColor = vec4(mix(hover, accent, chosen / max(chosen + under, 0.001)), cover);
  #include <colorspace_fragment>
}`;

export type Role = "selected" | "hovered" | "seen";

const PAINT: Record<Role, [number, number, number]> = { selected: [1, 0, 0], hovered: [0, 1, 0], seen: [0, 0, 1] };

/** Paints one channel of the mask and leaves the others. What is `seen` stands before all that may hide it. */
export function maskMaterial(role: Role): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: MASK_VERTEX,
    fragmentShader: MASK_FRAGMENT,
    uniforms: { paint: { value: new Vector4(...PAINT[role], 1) } },
    blending: CustomBlending,
    blendEquation: MaxEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    depthTest: role === "seen",
    depthWrite: false,
    side: DoubleSide,
  });
}

/** Only its depth is drawn, a little further away than it is: what stands on a floor touches it and is not hidden by it. */
export function hidingMaterial(): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: MASK_VERTEX,
    fragmentShader: MASK_FRAGMENT,
    uniforms: { paint: { value: new Vector4() } },
    colorWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 8,
    side: DoubleSide,
  });
}

export function edgeMaterial(mask: Texture): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: EDGE_VERTEX,
    fragmentShader: EDGE_FRAGMENT,
    uniforms: { mask: { value: mask }, texel: { value: new Vector2() }, accent: { value: new Color() }, hover: { value: new Color() } },
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  });
}
