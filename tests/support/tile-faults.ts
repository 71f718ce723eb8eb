/**
 * What is wrong with a vector tile, found from its bytes alone: written after the Mapbox Vector Tile Specification 2.1
 * (section numbers beside each rule) and apart from the encoder, so that the two cannot be wrong together.
 */
import { PbfReader } from 'pbf';
import { type Ring, ringFaults } from './tile-rings.ts';

export interface TileFault {
  readonly layer: string;
  /** Position of the feature in its layer; -1: the layer itself. */
  readonly feature: number;
  /** In words, the same for the same kind of fault. */
  readonly what: string;
}

interface Feature {
  tags: number[];
  type: number;
  geometry: number[] | undefined;
}

interface Layer {
  version: number;
  name: string | undefined;
  extent: number | undefined;
  keys: string[];
  /** Each as the names of its fields and their text. */
  values: string[][];
  features: Feature[];
}

export function tileFaults(bytes: Uint8Array): TileFault[] {
  const faults: TileFault[] = [];
  const names = new Set<string>();
  for (const layer of readTile(bytes)) {
    const name = layer.name ?? '';
    const add = (feature: number, whats: readonly string[]) => {
      for (const what of whats) faults.push({ layer: name, feature, what });
    };
    if (names.has(name)) add(-1, ['two layers of one name (4.1)']);
    names.add(name);
    add(-1, layerFaults(layer));
    for (const [i, feature] of layer.features.entries()) add(i, featureFaults(feature, layer));
  }
  return faults;
}

/** How many faults of each kind. */
export function countByKind(faults: readonly TileFault[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what } of faults) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}

function layerFaults({ version, name, extent, keys, values, features }: Layer): string[] {
  const faults: string[] = [];
  if (version !== 2) faults.push('version is not 2 (4.1)');
  if (name === undefined) faults.push('layer without a name (4.1)');
  if (extent === undefined) faults.push('layer without an extent (4.1)');
  if (features.length === 0) faults.push('layer without features (4.1)');
  if (new Set(keys).size !== keys.length) faults.push('key written twice (4.1)');
  if (values.some((fields) => fields.length !== 1)) faults.push('value that is not exactly one (4.1)');
  if (new Set(values.map(String)).size !== values.length) faults.push('value written twice (4.1)');
  return faults;
}

function featureFaults({ tags, type, geometry }: Feature, { keys, values }: Layer): string[] {
  const faults: string[] = [];
  if (tags.length % 2 !== 0) faults.push('tags without a pair (4.4)');
  if (tags.some((tag, i) => tag >= (i % 2 === 0 ? keys : values).length)) faults.push('tag that is nowhere (4.4)');
  if (new Set(tags.filter((_, i) => i % 2 === 0)).size !== tags.length / 2) faults.push('key twice in a feature');
  if (geometry === undefined || geometry.length === 0) return [...faults, 'feature without geometry (4.2)'];
  if (!(type in GEOMETRY)) return [...faults, 'feature without a type (4.2)'];
  return [...faults, ...geometryFaults(type, geometry)];
}

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

interface Command {
  readonly id: number;
  readonly count: number;
  /** dx and dy in turn. */
  readonly parameters: readonly number[];
}

const GEOMETRY: Record<number, (commands: readonly Command[]) => string[]> = {
  1: ([first, ...more]) =>
    first?.id === MOVE_TO && first.count > 0 && more.length === 0 ? [] : ['point that is not one MoveTo (4.3.4.2)'],
  2: (commands) =>
    commands.every(({ id, count }, i) => (i % 2 === 0 ? id === MOVE_TO && count === 1 : id === LINE_TO && count > 0))
      ? []
      : ['line that is not MoveTo and LineTo in turn (4.3.4.3)'],
  3: polygonFaults,
};

function geometryFaults(type: number, geometry: readonly number[]): string[] {
  const commands = readCommands(geometry);
  if (!commands) return ['geometry that ends within a command (4.3.2)'];
  const stands = commands
    .filter(({ id }) => id === LINE_TO)
    .flatMap(({ parameters }) => parameters.filter((dx, i) => i % 2 === 0 && dx === 0 && parameters[i + 1] === 0));
  return [...stands.map(() => 'LineTo that does not move (4.3.3.2)'), ...(GEOMETRY[type]?.(commands) ?? [])];
}

function readCommands(geometry: readonly number[]): Command[] | undefined {
  const commands: Command[] = [];
  for (let at = 0; at < geometry.length; ) {
    const command = geometry[at++] ?? 0;
    const id = command & 7;
    const count = command >> 3;
    const parameters = id === CLOSE_PATH ? [] : geometry.slice(at, at + 2 * count);
    if (id !== CLOSE_PATH && parameters.length !== 2 * count) return undefined;
    at += parameters.length;
    commands.push({ id, count, parameters: parameters.map((value) => (value >> 1) ^ -(value & 1)) });
  }
  return commands;
}

function polygonFaults(commands: readonly Command[]): string[] {
  const rings: Ring[] = [];
  let cursor: readonly [number, number] = [0, 0];
  const move = (dx = 0, dy = 0) => {
    cursor = [cursor[0] + dx, cursor[1] + dy];
    return cursor;
  };
  for (let i = 0; i < commands.length; i += 3) {
    const [start, line, close] = commands.slice(i, i + 3);
    if (start?.id !== MOVE_TO || start.count !== 1 || line?.id !== LINE_TO || close?.id !== CLOSE_PATH)
      return ['ring that is not MoveTo, LineTo, ClosePath (4.3.4.4)'];
    if (close.count !== 1) return ['ClosePath with a count (4.3.3.3)'];
    if (line.count < 2) return ['ring of fewer than three points (4.3.4.4)'];
    const points = [move(...start.parameters)];
    for (let at = 0; at < line.parameters.length; at += 2) points.push(move(...line.parameters.slice(at, at + 2)));
    rings.push(points);
  }
  return ringFaults(rings);
}

const VALUE_FIELDS = ['', 'string', 'float', 'double', 'int', 'uint', 'sint', 'bool'];

function readTile(bytes: Uint8Array): Layer[] {
  return new PbfReader(bytes).readFields((field, layers: Layer[], pbf) => {
    if (field === 3) layers.push(readLayer(pbf));
  }, []);
}

function readLayer(pbf: PbfReader): Layer {
  const none: Layer = { version: 1, name: undefined, extent: undefined, keys: [], values: [], features: [] };
  return pbf.readMessage((field, layer: Layer) => {
    if (field === 15) layer.version = pbf.readVarint();
    else if (field === 1) layer.name = pbf.readString();
    else if (field === 2) layer.features.push(readFeature(pbf));
    else if (field === 3) layer.keys.push(pbf.readString());
    else if (field === 4) layer.values.push(readValue(pbf));
    else if (field === 5) layer.extent = pbf.readVarint();
  }, none);
}

function readFeature(pbf: PbfReader): Feature {
  return pbf.readMessage(
    (field, feature: Feature) => {
      if (field === 2) feature.tags = pbf.readPackedVarint();
      else if (field === 3) feature.type = pbf.readVarint();
      else if (field === 4) feature.geometry = pbf.readPackedVarint();
    },
    { tags: [], type: 0, geometry: undefined },
  );
}

function readValue(pbf: PbfReader): string[] {
  return pbf.readMessage((field, fields: string[]) => {
    const kind = VALUE_FIELDS[field] ?? 'unknown';
    if (kind === 'string') fields.push(`string ${pbf.readString()}`);
    else if (kind === 'float') fields.push(`float ${pbf.readFloat()}`);
    else if (kind === 'double') fields.push(`double ${pbf.readDouble()}`);
    else fields.push(`${kind} ${pbf.readVarint()}`);
  }, []);
}
