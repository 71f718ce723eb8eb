import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Actor } from '../../domain/actor.ts';
import { PRICE_NAMES, PRICES, RATE_NAMES, RATES } from '../../domain/cost/inputs.ts';
import type { CostMessages } from '../../domain/messages/en/cost.ts';
import type { Db } from '../../platform/db.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import { ReleaseQuery, releaseNamed, StateQuery } from '../releases/index.ts';
import { CostAnswer, InputList, SaveBody, Saved, SavedList, ScenarioBody } from './contract.ts';
import { csvOf } from './csv.ts';
import { estimateScenario } from './estimate.ts';
import { deleteScenario, savedScenario, savedScenarios, saveScenario } from './saved.ts';

const EditionQuery = Type.Object({ release: ReleaseQuery, state: StateQuery });
const EstimateQuery = Type.Object({
  release: ReleaseQuery,
  state: StateQuery,
  format: Type.Enum(['json', 'csv'], { default: 'json' }),
});
const SavedParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
const COMMON = { tags: ['cost'], security: [{ token: [] }] };

/** What it would cost, for a state's agency. All of it reads published numbers and public filings; the database lets it read no home. */
export const costRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/cost/inputs',
    {
      schema: {
        ...COMMON,
        summary: 'The inputs of a screening estimate with their defaults, units, bounds and sources',
        response: { 200: InputList, '4xx': Problem },
      },
    },
    async (request, reply) => {
      await agencyOf(request);
      return inputList(answeringIn(reply).cost);
    },
  );

  app.post(
    '/api/v1/cost/estimates',
    {
      schema: {
        ...COMMON,
        summary: 'A screening estimate of clusters by every lever, and what a budget pays for: exact and greedy',
        querystring: EstimateQuery,
        body: ScenarioBody,
        response: { 200: CostAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { viewer } = await agencyOf(request);
      const asked = { ...request.query, scenario: request.body };
      const { label } = answeringIn(reply).cost;
      const answer = { label, ...(await estimateScenario(db, viewer, asked, request.signal)) };
      return request.query.format === 'csv' ? sendCsvText(reply, 'cost', csvOf(answer)) : answer;
    },
  );

  app.get(
    '/api/v1/cost/scenarios',
    { schema: { ...COMMON, summary: 'Saved scenarios of the state', response: { 200: SavedList, '4xx': Problem } } },
    async (request) => {
      const { planner } = await agencyOf(request);
      return { scenarios: await db.as(planner, savedScenarios) };
    },
  );

  app.post(
    '/api/v1/cost/scenarios',
    {
      schema: {
        ...COMMON,
        summary: 'Save a scenario, with the release it was made with',
        querystring: EditionQuery,
        body: SaveBody,
        response: { 201: Type.Object({ id: Type.String() }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { viewer, planner } = await agencyOf(request);
      const { release, state } = request.query;
      const { id: releaseId } = await db.as(viewer, (tx) => releaseNamed(tx, release, state));
      const by = (await request.asker())?.label ?? viewer.role;
      const id = await db.as(planner, (tx) => saveScenario(tx, { ...request.body, releaseId, by }));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    '/api/v1/cost/scenarios/:id',
    {
      schema: { ...COMMON, summary: 'A saved scenario', params: SavedParams, response: { 200: Saved, '4xx': Problem } },
    },
    async (request) => {
      const { planner } = await agencyOf(request);
      const saved = await db.as(planner, (tx) => savedScenario(tx, request.params.id));
      if (!saved) throw refusal('cost.scenario-unknown', 404);
      return saved;
    },
  );

  app.delete(
    '/api/v1/cost/scenarios/:id',
    {
      schema: {
        ...COMMON,
        summary: 'Delete a saved scenario',
        params: SavedParams,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { planner } = await agencyOf(request);
      if (!(await db.as(planner, (tx) => deleteScenario(tx, request.params.id))))
        throw refusal('cost.scenario-unknown', 404);
      return reply.code(204).send(null);
    },
  );
};

/** The agency as a reader of published numbers, and as the keeper of its own scenarios. */
async function agencyOf(request: FastifyRequest) {
  const viewer = await viewerOf(request, 'agency');
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  const planner: Actor = { role: 'planner', stateFips: viewer.stateFips };
  return { viewer, planner };
}

function inputList({ label, inputs, sources }: CostMessages): InputList {
  const prices = PRICE_NAMES.map((name) => ({ name, value: { ...PRICES[name].three }, ...PRICES[name] }));
  const rates = RATE_NAMES.map((name) => ({ name, value: RATES[name].one as number, ...RATES[name] }));
  return {
    label,
    inputs: [...prices, ...rates].map(({ name, value, unit, least, most, source }) => ({
      ...{ name, value, unit, least, most, source },
      words: inputs[name],
      sourceWords: sources[source],
    })),
  };
}
