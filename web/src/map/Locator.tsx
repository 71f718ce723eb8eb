/** A small picture of the states with a frame around what the map shows, once that is a part of it. */
import './locator.css';
import type { Feature } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Release } from '../lib/api.ts';
import { mapMessages } from '../lib/messages.ts';
import { useCatalog } from '../lib/use-messages.ts';
import { seenBounds } from './camera.ts';
import { boundsOf } from './first-scene.ts';
import { acrossTheLine, type Frame, frameOf, pathOf } from './frame.ts';
import { surroundings } from './surroundings.ts';
import type { Bounds } from './tiles.ts';

/** Shown when less than this part of the state's width is seen. */
const A_PART = 0.6;
/** The least side of the frame, in the thousand units of the picture's width, so that it can be seen. */
const LEAST = 60;

interface LocatorProps {
  readonly map: MapLibre | undefined;
  readonly releases: readonly Release[];
}

export function Locator({ map, releases }: LocatorProps) {
  const { stage: messages } = useCatalog(mapMessages);
  const [seen, setSeen] = useState<Bounds>();
  const [outlines, setOutlines] = useState<readonly Feature[]>([]);
  useEffect(() => {
    if (!map) return;
    const look = () => setSeen(seenBounds(map));
    map.on('moveend', look);
    look();
    return () => void map.off('moveend', look);
  }, [map]);
  useEffect(() => {
    let isGone = false;
    const own = releases.map(({ state }) => state.fips);
    void surroundings(own).then(({ outlines: { features } }) => {
      if (!isGone) setOutlines(features.filter(({ id }) => own.includes(String(id))));
    });
    return () => {
      isGone = true;
    };
  }, [releases]);
  const bounds = boundsOf(releases);
  if (!seen || outlines.length === 0 || seen[2] - seen[0] > (bounds[2] - bounds[0]) * A_PART) return null;
  const frame = acrossTheLine(frameOf(bounds), bounds);
  const { x, y, width, height } = boxOf(frame, seen);
  return (
    <svg className="locator" viewBox={`-20 -20 ${frame.width + 40} ${frame.height + 40}`} role="img">
      <title>{messages.locator({ stateNames: releases.map(({ state }) => state.name) })}</title>
      {outlines.map(({ id, geometry }) => (
        <path key={id} d={pathOf(frame, geometry as { type: string; coordinates: unknown })} />
      ))}
      <rect x={x} y={y} width={width} height={height} />
    </svg>
  );
}

function boxOf(frame: Frame, [west, south, east, north]: Bounds) {
  const [left, top] = frame.at(west, north);
  const [right, bottom] = frame.at(east, south);
  const width = Math.max(LEAST, right - left);
  const height = Math.max(LEAST, bottom - top);
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
