/**
 * A brief's map as SVG, the same for page, PDF, slide and picture. Steps are steps of lightness, from light to dark, and clusters are
 * dashed, so that it reads in gray. Words stand on paper-colored halos, in one family: a list of families, with one that Typst does
 * not know, makes it look through fonts for 200 ms a page (2026-11-30). Pages set their own by style.
 */
import type { Geometry, Position } from 'geojson';
import { cellToBoundary } from 'h3-js';
import type { BriefMessages } from '../../../domain/messages/en/brief.ts';
import { escaped } from '../../../platform/page.ts';
import { type Frame, frameAround, HEIGHT, LEGEND_HEIGHT, ROOM_FOR_CLUSTERS, scaleBarMiles, WIDTH } from './frame.ts';
import { labelsThatFit, type PlacedLabel } from './labels.ts';
import { DENSITY_STEPS, legend, NO_STUDENTS, ROAD, stepOf, WATER } from './legend.ts';
import type { GroundHex, MapFacts } from './types.ts';

const INK = '#1b2125';
const PAPER = '#ffffff';
const MARK = '#1a5872';

export function drawMap(facts: MapFacts, messages: BriefMessages['map']): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT + LEGEND_HEIGHT}" font-family="Public Sans" font-size="13">
<defs><clipPath id="map"><rect width="${WIDTH}" height="${HEIGHT}"/></clipPath></defs>
<g clip-path="url(#map)">
${layers(facts)}
${scaleBar(frameAround(facts.bbox), messages)}
</g>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" fill="none" stroke="#c9c3b4"/>
${legend(facts, messages, HEIGHT)}
</svg>
`;
}

/** The map alone, for a camera to move over: no scale and no legend, which would move along. */
export function drawGround(facts: MapFacts, marked?: Geometry): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Public Sans" font-size="13">${layers(facts, marked)}</svg>`;
}

export function drawLegend(facts: MapFacts, messages: BriefMessages['map']): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${LEGEND_HEIGHT}" font-family="Public Sans">${legend(facts, messages, 0)}</svg>`;
}

/** @param marked outline of a place inside */
function layers(facts: MapFacts, marked?: Geometry): string {
  const frame = frameAround(facts.bbox);
  const towns = labelsThatFit(
    facts.towns.map(({ name, lng, lat }) => ({ name, ...named(frame.point(lng, lat)) })),
    [{ left: WIDTH - 170, right: WIDTH, top: HEIGHT - 44, bottom: HEIGHT }],
  );
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
<g class="layer-hexes" stroke="#fff" stroke-width="0.6">${facts.hexes.map((hex) => drawnHex(hex, frame)).join('')}</g>
${outsideOf(facts.state, frame, 1)}
${areas(facts.water, frame)}
${lines(facts.water.filter(isLine), frame, `stroke="${WATER}" stroke-width="0.9"`)}
${lines(facts.roads, frame, `stroke="${ROAD}" stroke-width="0.8"`)}
${lines(facts.counties, frame, 'stroke="#8d8778" stroke-width="0.7" stroke-dasharray="1.5 2"')}
<g class="layer-clusters">${clusterLines(facts, frame)}</g>
${outsideOf(facts.outline, frame, PALER)}
${lines(facts.outline ? [facts.outline] : [], frame, `stroke="${INK}" stroke-width="2.2"`)}
${lines(marked ? [marked] : [], frame, `stroke="${MARK}" stroke-width="3"`)}
<g class="layer-schools">${facts.schools.map(({ lng, lat }) => school(named(frame.point(lng, lat)))).join('')}</g>
${towns.map(town).join('\n')}`;
}

function named([x, y]: readonly [number, number]): { x: number; y: number } {
  return { x, y };
}

function drawnHex({ h3, density, land }: GroundHex, frame: Frame): string {
  const step = stepOf(density);
  const fill = step === undefined ? NO_STUDENTS : DENSITY_STEPS[step]?.fill;
  const rings = land?.flat() ?? [cellToBoundary(h3, true)];
  return `<path d="${rings.map((ring) => `${pathOf(ring, frame)}Z`).join('')}" fill="${fill}"/>`;
}

/** What lies outside of the place stays in sight. */
const PALER = 0.72;

function outsideOf(outline: Geometry | undefined, frame: Frame, opacity: number): string {
  if (!outline) return '';
  const rings = ringsOf(outline).map((ring) => `${pathOf(ring, frame)}Z`);
  return `<path d="M0 0H${WIDTH}V${HEIGHT}H0Z${rings.join('')}" fill="${PAPER}" fill-opacity="${opacity}" fill-rule="evenodd"/>`;
}

function areas(shapes: readonly Geometry[], frame: Frame): string {
  const rings = shapes.filter((shape) => !isLine(shape)).flatMap(ringsOf);
  return rings.length === 0
    ? ''
    : `<path d="${rings.map((ring) => `${pathOf(ring, frame)}Z`).join('')}" fill="${WATER}" fill-rule="evenodd"/>`;
}

function isLine({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString';
}

function lines(shapes: readonly Geometry[], frame: Frame, style: string): string {
  const paths = shapes.flatMap(ringsOf).map((ring) => pathOf(ring, frame));
  return paths.length === 0 ? '' : `<path d="${paths.join('')}" fill="none" stroke-linejoin="round" ${style}/>`;
}

/** Dashed on a halo where dashes have room, or few are drawn; thin where all of a whole state are in sight. */
function clusterLines({ clusters: shapes, clustersAre }: MapFacts, frame: Frame): string {
  if (frame.unitsPerMile < ROOM_FOR_CLUSTERS && clustersAre === 'all')
    return lines(shapes, frame, `stroke="${INK}" stroke-width="0.7"`);
  return (
    lines(shapes, frame, `stroke="${PAPER}" stroke-width="2.8"`) +
    lines(shapes, frame, `stroke="${INK}" stroke-width="1.3" stroke-dasharray="4 2"`)
  );
}

function ringsOf(shape: Geometry): readonly Position[][] {
  switch (shape.type) {
    case 'Polygon':
    case 'MultiLineString':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
    case 'LineString':
      return [shape.coordinates];
    case 'GeometryCollection':
      return shape.geometries.flatMap(ringsOf);
    default:
      return [];
  }
}

/** Points nearer to the last than a third of a unit add nothing. */
const NEAREST = 0.35;

function pathOf(points: readonly Position[], frame: Frame): string {
  let path = '';
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (const [lng = 0, lat = 0] of points) {
    const [x, y] = frame.point(lng, lat);
    if (Math.abs(x - lastX) < NEAREST && Math.abs(y - lastY) < NEAREST) continue;
    path += `${path === '' ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  }
  return path;
}

function school({ x, y }: { x: number; y: number }): string {
  return `<rect x="${(x - 2.6).toFixed(1)}" y="${(y - 2.6).toFixed(1)}" width="5.2" height="5.2" fill="${PAPER}" stroke="${INK}" stroke-width="1.2"/>`;
}

function town({ name, x, y, side }: PlacedLabel): string {
  const at =
    side === 'right'
      ? `x="${(x + 6).toFixed(1)}" y="${(y + 4.5).toFixed(1)}"`
      : `x="${(x - 6).toFixed(1)}" y="${(y + 4.5).toFixed(1)}" text-anchor="end"`;
  const words = escaped(name);
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.8" fill="${INK}" stroke="${PAPER}"/><text ${at} fill="none" stroke="${PAPER}" stroke-width="4" stroke-linejoin="round">${words}</text><text ${at} fill="${INK}">${words}</text>`;
}

function scaleBar(frame: Frame, messages: BriefMessages['map']): string {
  const miles = scaleBarMiles(frame);
  const length = miles * frame.unitsPerMile;
  const [right, y] = [WIDTH - 44, HEIGHT - 16];
  return `<rect x="${(right - length - 12).toFixed(1)}" y="${y - 24}" width="${(length + 52).toFixed(1)}" height="36" fill="${PAPER}" fill-opacity="0.85"/>
<path d="M${(right - length).toFixed(1)} ${y - 6}v6H${right}v-6" fill="none" stroke="${INK}" stroke-width="1.6"/>
<text x="${right.toFixed(1)}" y="${y - 10}" text-anchor="end" fill="${INK}">${escaped(messages.scale({ miles }))}</text>
<path d="M${right + 20} ${y - 20}l6 20l-6 -5l-6 5z" fill="${INK}"/><text x="${right + 20}" y="${y + 10}" text-anchor="middle" font-size="10" fill="${INK}">${escaped(messages.north)}</text>`;
}
