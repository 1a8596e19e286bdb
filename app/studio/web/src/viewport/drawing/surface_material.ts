// The material of all instances: three's physically based one, whose colour, opacity, roughness, metalness and emission come with each instance.

import { MeshStandardMaterial } from "three";
import type { MeshStandardMaterialParameters, WebGLProgramParametersWithUniforms } from "three";

/** What all materials of one viewport share. */
export interface SurfaceUniforms {
  /** 1: colours of instances alone, without textures and colours of vertices. */
  plain: { value: number };
}

const VERTEX_HEAD = /* glsl */ `
attribute vec4 instanceTint;
attribute vec3 instanceSurface;
flat varying vec4 vInstanceTint;
flat varying vec3 vInstanceSurface;
`;

const FRAGMENT_HEAD = /* glsl */ `
uniform float plainSurfaces;
flat varying vec4 vInstanceTint;
flat varying vec3 vInstanceSurface;
`;

export class SurfaceMaterial extends MeshStandardMaterial {
  constructor(
    parameters: MeshStandardMaterialParameters,
    private readonly shared: SurfaceUniforms,
  ) {
    super(parameters);
  }

  override onBeforeCompile(shader: WebGLProgramParametersWithUniforms): void {
    shader.uniforms["plainSurfaces"] = this.shared.plain;
    shader.vertexShader = VERTEX_HEAD + after(shader.vertexShader, "color_vertex", "vInstanceTint = instanceTint; vInstanceSurface = instanceSurface;");
    let fragment = after(
      shader.fragmentShader,
      "color_fragment",
      "diffuseColor = plainSurfaces > 0.5 ? vInstanceTint : diffuseColor * vInstanceTint;",
    );
    fragment = after(fragment, "roughnessmap_fragment", "roughnessFactor = vInstanceSurface.x;");
    fragment = after(fragment, "metalnessmap_fragment", "metalnessFactor = vInstanceSurface.y;");
    fragment = after(fragment, "emissivemap_fragment", "totalEmissiveRadiance += diffuseColor.rgb * vInstanceSurface.z;");
    shader.fragmentShader = FRAGMENT_HEAD + fragment;
  }

  override customProgramCacheKey(): string {
    return "surface";
  }
}

function after(shader: string, chunk: string, code: string): string {
  const include = `#include <${chunk}>`;
  if (!shader.includes(include)) throw new Error(`three's shader has no chunk '${chunk}' any more`);
  return shader.replace(include, `${include}\n\t${code}`);
}
