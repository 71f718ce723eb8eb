/** deck.gl layer of instanced pieces of hexagons with true outlines. Uses the worker's arrays as they are and computes nothing. */
import { Layer, type LayerProps, project32, type UpdateParameters } from '@deck.gl/core';
import { Geometry, Model } from '@luma.gl/engine';
import type { Rgb } from '../lib/color.ts';
import { fragmentShader, hexUniforms, vertexShader } from './hex-shaders.ts';
import type { Drawing, HexGeometry } from './protocol.ts';

export interface HexLayerProps {
  data: ReturnType<typeof hexData>;
  /** Anchor point of the patterns. */
  anchor: readonly [lng: number, lat: number];
  /** Color between hexes: that of the land under them. */
  gap: Rgb;
}

/** Binary attributes of a drawing. New colors over unchanged outlines upload only colors. */
export function hexData({ geometry, fills, inks }: Drawing & { geometry: HexGeometry }) {
  return {
    length: geometry.length,
    attributes: {
      ...outlineAttributes(geometry),
      instanceFills: { value: fills, size: 4, type: 'unorm8' as const, normalized: true },
      instanceInks: { value: inks, size: 4, type: 'unorm8' as const, normalized: true },
    },
  };
}

const known = new WeakMap<HexGeometry, ReturnType<typeof newOutlineAttributes>>();

/** deck.gl uploads an attribute when its object changes, so a geometry keeps its objects. */
function outlineAttributes(geometry: HexGeometry): ReturnType<typeof newOutlineAttributes> {
  const attributes = known.get(geometry) ?? newOutlineAttributes(geometry);
  known.set(geometry, attributes);
  return attributes;
}

function newOutlineAttributes({ centers, corners: [first, second, third], shapes }: HexGeometry) {
  return {
    instanceCenters: { value: centers, size: 2 },
    instanceCorners01: { value: first, size: 4 },
    instanceCorners23: { value: second, size: 4 },
    instanceCorners45: { value: third, size: 4 },
    instanceShapes: { value: shapes, size: 2 },
  };
}

/** Minimum width of a hex to show its lever's pattern besides its color. */
const PATTERN_FROM_PIXELS = 9;

export class HexLayer extends Layer<HexLayerProps & Required<LayerProps>> {
  static override layerName = 'HexLayer';
  declare state: { model?: Model };

  override getShaders() {
    return super.getShaders({ vs: vertexShader, fs: fragmentShader, modules: [project32, hexUniforms] });
  }

  override initializeState(): void {
    this.getAttributeManager()?.addInstanced({
      instanceCenters: { size: 2, type: 'float32', noAlloc: true },
      instanceCorners01: { size: 4, type: 'float32', noAlloc: true },
      instanceCorners23: { size: 4, type: 'float32', noAlloc: true },
      instanceCorners45: { size: 4, type: 'float32', noAlloc: true },
      instanceShapes: { size: 2, type: 'float32', noAlloc: true },
      instanceFills: { size: 4, type: 'unorm8', noAlloc: true },
      instanceInks: { size: 4, type: 'unorm8', noAlloc: true },
    });
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    if (this.state.model) return;
    this.setState({ model: this.#newModel() });
    this.getAttributeManager()?.invalidateAll();
  }

  override draw(): void {
    const { viewport, renderPass } = this.context;
    const { anchor, gap } = this.props;
    const [x = 0, y = 0] = viewport.project([...anchor]);
    const model = this.state.model;
    if (!model) return;
    model.shaderInputs.setProps({
      hexes: {
        anchor: [x % 6, (viewport.height - y) % 6],
        cosLatitude: Math.cos((anchor[1] * Math.PI) / 180),
        patternFromPixels: PATTERN_FROM_PIXELS,
        devicePixels: devicePixelRatio,
        gap: gap.map((channel) => channel / 255),
      },
    });
    model.draw(renderPass);
  }

  #newModel(): Model {
    const fan = [1, 2, 3, 4, 5, 6].flatMap((corner) => [0, corner, (corner % 6) + 1]);
    return new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: this.getAttributeManager()?.getBufferLayouts() ?? [],
      geometry: new Geometry({
        topology: 'triangle-list',
        attributes: { corners: { size: 1, value: Float32Array.from(fan) } },
        vertexCount: fan.length,
      }),
      isInstanced: true,
    });
  }
}
