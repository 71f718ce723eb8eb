/**
 * One instance is one piece of a hex: its center, six corner offsets (true H3 outlines, so hexes meet without gaps), which of its edges
 * get no line, a fill and a pattern. Patterns are anchored to the ground by `anchor`, so they stay put while the map moves.
 */
const uniforms = /* glsl */ `
layout(std140) uniform hexesUniforms {
  vec2 anchor;
  float cosLatitude;
  float patternFromPixels;
  float devicePixels;
  vec3 gap;
} hexes;
`;

export const hexUniforms = {
  name: 'hexes',
  vs: uniforms,
  fs: uniforms,
  uniformTypes: {
    anchor: 'vec2<f32>',
    cosLatitude: 'f32',
    patternFromPixels: 'f32',
    devicePixels: 'f32',
    gap: 'vec3<f32>',
  },
} as const;

export const vertexShader = /* glsl */ `#version 300 es
#define SHADER_NAME gapmap-hexes-vertex
in float corners;
in vec2 instanceCenters;
in vec4 instanceCorners01;
in vec4 instanceCorners23;
in vec4 instanceCorners45;
in vec2 instanceShapes;
in vec4 instanceFills;
in vec4 instanceInks;
out vec3 vFill;
out vec3 vInk;
out float vRim;
flat out float vPixels;
flat out int vIsOpen;
flat out int vPattern;

vec2 cornerOffset(float corner) {
  if (corner < 0.5) return vec2(0.0);
  if (corner < 1.5) return instanceCorners01.xy;
  if (corner < 2.5) return instanceCorners01.zw;
  if (corner < 3.5) return instanceCorners23.xy;
  if (corner < 4.5) return instanceCorners23.zw;
  if (corner < 5.5) return instanceCorners45.xy;
  return instanceCorners45.zw;
}

void main(void) {
  vec3 position = vec3(instanceCenters + cornerOffset(corners), 0.0);
  geometry.worldPosition = position;
  gl_Position = project_position_to_clipspace(position, vec3(0.0), vec3(0.0), geometry.position);
  // The last vertex of a triangle speaks for it: 2 for the first edge, 1 for the sixth.
  int edge = corners < 1.5 ? 5 : int(corners + 0.5) - 2;
  vIsOpen = (int(instanceShapes.x + 0.5) >> edge) & 1;
  vPixels = instanceShapes.y * project.scale * 512.0 / 360.0 / hexes.cosLatitude;
  vRim = corners < 0.5 ? 0.0 : 1.0;
  int pattern = int(instanceFills.a * 255.0 + 0.5);
  vPattern = instanceInks.a > 0.5 || vPixels > hexes.patternFromPixels ? pattern : 0;
  vFill = instanceFills.rgb;
  vInk = instanceInks.rgb;
}
`;

export const fragmentShader = /* glsl */ `#version 300 es
#define SHADER_NAME gapmap-hexes-fragment
precision highp float;
in vec3 vFill;
in vec3 vInk;
in float vRim;
flat in float vPixels;
flat in int vIsOpen;
flat in int vPattern;
out vec4 fragColor;

const float SPACING = 6.0;

/** 1 on a line of about 1.2 pixels, 0 between lines. */
float line(float along) {
  float distance = abs(mod(along, SPACING) - SPACING * 0.5);
  return 1.0 - smoothstep(0.5, 1.1, distance);
}

float patternAt(vec2 p) {
  if (vPattern == 1) return line(p.x - p.y);
  if (vPattern == 2) return 1.0 - smoothstep(1.0, 1.6, length(mod(p, SPACING) - SPACING * 0.5));
  if (vPattern == 3) return line(p.y);
  if (vPattern == 4) return line(p.x + p.y);
  if (vPattern == 5) return max(line(p.x - p.y), line(p.x + p.y));
  return 0.0;
}

void main(void) {
  vec2 p = gl_FragCoord.xy / hexes.devicePixels - hexes.anchor;
  vec3 color = mix(vFill, vInk, patternAt(p));
  float fromRim = (1.0 - vRim) * vPixels * 0.87;
  float gap = vIsOpen == 1 ? 0.0 : (1.0 - smoothstep(0.2, 0.9, fromRim)) * smoothstep(3.0, 8.0, vPixels) * 0.75;
  fragColor = vec4(mix(color, hexes.gap, gap), 1.0);
}
`;
