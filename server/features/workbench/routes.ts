import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import { cellFromText, cellToText } from '../../domain/cell.ts';
import { DEFAULT_TIER, VERDICT_TIERS } from '../../domain/speed.ts';
import { DEFAULT_PROFILE, PROFILES, technologyName } from '../../domain/technology.ts';
import type { Db } from '../../platform/db.ts';
import { filledText } from '../../platform/fields.ts';
import { formatOf, LIST_FORMATS, sendCsv, sendGeoJson } from '../../platform/lists.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { locationIds } from '../coverage/index.ts';
import { releaseNamed } from '../releases/index.ts';
import { ProviderFile, Workbench } from './contract.ts';
import { hexesOf, hexFeature, hexRow } from './disagreement.ts';
import { EVIDENCE_COLUMNS, evidenceOf, evidenceRow, technologiesOf } from './evidence.ts';
import { areasOf, keptOf } from './filings.ts';
import { providerFile, workbenchFor } from './read.ts';
import { workerOf } from './who.ts';

const COMMON = { tags: ['workbench'], security: [{ token: [] }] };
const Measured = {
  profile: Type.Enum(PROFILES, { default: DEFAULT_PROFILE }),
  tier: Type.Enum(VERDICT_TIERS, { default: DEFAULT_TIER }),
};
const OfProvider = Type.Object({
  ...Measured,
  provider: filledText({ maxLength: 300, description: '`key` of a provider of the workbench.' }),
});
const Listed = Type.Object({
  ...OfProvider.properties,
  format: Type.Optional(Type.Enum(LIST_FORMATS, { description: 'Instead of the Accept header.' })),
});

/** What the FCC, the commission and families say of each provider: for the education agency and the utility commission of a state. */
/** All locations of a hexagon: which of them the provider claims is not public. */
const LOCATION_COLUMNS = ['location_id', 'h3_res8_id', 'says', 'hex_locations', 'hex_locations_by_provider_to_fcc'];

export const workbenchRoutes: FastifyPluginAsyncTypebox<{ db: Db; config: Config }> = async (app, { db, config }) => {
  app.get(
    '/api/v1/workbench',
    {
      schema: {
        summary: 'Providers by how much filings disagree about them, how complete filings are, and what staff wrote',
        ...COMMON,
        querystring: Type.Object({ ...Measured, format: Type.Optional(Type.Enum(['json', 'csv'])) }),
        response: { 200: Workbench, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const { format, ...measured } = request.query;
      const asked = { ...measured, stateFips: worker.stateFips };
      const answer = await db.as(worker, (tx) => workbenchFor(tx, worker, asked), { signal: request.signal });
      if (formatOf(request, format) !== 'csv') return answer;
      const rows = answer.providers.map(({ families, ...line }) => ({
        ...line,
        family_patches: families.patches,
        family_students: families.students,
      }));
      return sendCsv(reply, 'workbench', rows, null);
    },
  );

  app.get(
    '/api/v1/workbench/provider',
    {
      schema: {
        summary: 'One provider: its line, its filings, evidence by county, doubts',
        ...COMMON,
        querystring: OfProvider,
        response: { 200: ProviderFile, '4xx': Problem },
      },
    },
    async (request) => {
      const worker = await workerOf(request);
      const { provider, ...measured } = request.query;
      const asked = { ...measured, stateFips: worker.stateFips };
      return db.as(worker, (tx) => providerFile(tx, asked, provider), { signal: request.signal });
    },
  );

  app.get(
    '/api/v1/workbench/hexes',
    {
      schema: {
        summary: 'Every hexagon that a provider claims, by who says so, as GeoJSON or CSV',
        ...COMMON,
        querystring: Listed,
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const { provider, format, ...measured } = request.query;
      const asked = { ...measured, stateFips: worker.stateFips };
      const hexes = await db.as(worker, (tx) => hexesOf(tx, asked, provider), { signal: request.signal });
      if (formatOf(request, format) === 'csv') return sendCsv(reply, 'provider-hexes', hexes.map(hexRow), null);
      return sendGeoJson(reply, hexes.map(hexFeature), null);
    },
  );

  app.get(
    '/api/v1/workbench/locations',
    {
      config: { rate: 'seldom' },
      schema: {
        summary: 'FCC location ids of the hexagons that only one filing claims for a provider, as CSV',
        description: 'The ids are public. Addresses and coordinates of locations are licensed, and not here.',
        ...COMMON,
        querystring: OfProvider,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const { provider, ...measured } = request.query;
      const asked = { ...measured, stateFips: worker.stateFips };
      const hexes = await db.as(worker, (tx) => hexesOf(tx, asked, provider), { signal: request.signal });
      const disputed = new Map(hexes.filter((hex) => hex.says !== 'both').map((hex) => [hex.h3, hex]));
      // The FCC's files are nobody's secret, and the commission reads the agency's view of them.
      const kept = await db.as({ role: 'agency', stateFips: worker.stateFips }, (tx) => keptOf(tx, worker.stateFips));
      const found = await locationIds(config.dataDir, kept, [...disputed.keys()].map(cellFromText));
      if (!found) throw refusal('room.locations-elsewhere', 409);
      const rows = found.map(({ location, cell }) => {
        const h3 = cellToText(cell);
        const { says, fccLocations, locations } = disputed.get(h3) ?? {};
        return {
          location_id: String(location),
          h3_res8_id: h3,
          says,
          hex_locations: locations,
          hex_locations_by_provider_to_fcc: fccLocations,
        };
      });
      return sendCsv(reply, 'locations-in-dispute', rows, null, LOCATION_COLUMNS);
    },
  );

  app.get(
    '/api/v1/workbench/areas',
    {
      schema: { summary: 'A provider’s filed areas with their names, as GeoJSON', ...COMMON, querystring: OfProvider },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const { provider } = request.query;
      const rows = await db.as(worker, (tx) => areasOf(tx, worker.stateFips, provider), { signal: request.signal });
      const features = rows.map(({ shape, technology, ...properties }) => ({
        type: 'Feature' as const,
        geometry: JSON.parse(shape) as unknown,
        properties: { ...properties, technology, technology_name: technologyName(technology) },
      }));
      return sendGeoJson(reply, features, null);
    },
  );

  app.get(
    '/api/v1/workbench/evidence',
    {
      schema: {
        summary:
          'Hexagons whose families say "Not Available" where the provider says served, as a table for a challenge',
        description:
          'Not a formal challenge: columns that only the FCC’s location data, or whoever asked the provider for service, can fill are there and empty.',
        ...COMMON,
        querystring: OfProvider,
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const { provider, ...measured } = request.query;
      const asked = { ...measured, stateFips: worker.stateFips };
      const found = await db.as(
        worker,
        async (tx) => {
          const release = await releaseNamed(tx, 'current', asked.stateFips);
          const evidence = await evidenceOf(tx, asked, release.id, provider);
          return { release: release.name, evidence, by: await technologiesOf(tx, asked, provider, evidence) };
        },
        { signal: request.signal },
      );
      const rows = found.evidence.map((one) =>
        evidenceRow(one, { provider, technologies: found.by.get(one.patch) ?? [], release: found.release }),
      );
      return sendCsv(reply, 'challenge-evidence', rows, null, EVIDENCE_COLUMNS);
    },
  );
};
