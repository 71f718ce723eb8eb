import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import type { Coordinator } from '../../domain/actor.ts';
import { questions as questionsEn } from '../../domain/messages/en/questions.ts';
import { questions as questionsEs } from '../../domain/messages/es/questions.ts';
import { writtenIn } from '../../domain/messages/language.ts';
import type { Floors } from '../../domain/patch.ts';
import { stateNameOf } from '../../domain/states.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { answeringIn, languageOf } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { coordinatorOf } from '../accounts/index.ts';
import { collectionFor, districtName } from '../collect/index.ts';
import { agreementSettings } from './settings.ts';
import { agreementDocx } from './write.ts';

export interface AgreementOptions {
  readonly db: Db;
  readonly config: Config;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A draft for lawyers, from what this instance does today. */
export const agreementRoutes: FastifyPluginAsyncTypebox<AgreementOptions> = async (app, { db, config }) => {
  app.get(
    '/api/v1/collect/collections/:id/agreement.docx',
    {
      schema: {
        summary: 'A draft of a data-sharing agreement for a collection, as DOCX, with one district or all',
        tags: ['collect'],
        security: [{ token: [] }],
        params: IdParams,
        querystring: Type.Object({
          district: Type.Optional(
            Type.String({ pattern: '^[0-9]{7}$', description: 'LEAID; omitted: every district.' }),
          ),
        }),
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const coordinator = await coordinatorOf(request);
      const { id } = request.params;
      const { district } = request.query;
      const of = await db.as(coordinator, async (tx) => ({
        collection: await collectionFor(tx, id),
        districtName: district === undefined ? undefined : await districtName(tx, district),
      }));
      const stateName = stateNameOf(coordinator.stateFips) ?? coordinator.stateFips;
      const language = writtenIn(languageOf(request));
      const { agreement, people } = answeringIn(reply, language);
      const questionNames = (language === 'es' ? questionsEs : questionsEn).names;
      const settings = agreementSettings(config, await floorsOf(db, coordinator), { ...of, stateName });
      const bytes = await agreementDocx(settings, { language, agreement, people, questionNames });
      reply.header('content-disposition', `attachment; filename="agreement-${id}-${language}.docx"`);
      return reply.type(DOCX).send(bytes);
    },
  );
};

/** Undefined before the first release. */
function floorsOf(db: Db, { stateFips }: Coordinator): Promise<Floors | undefined> {
  return db.as({ role: 'public' }, (tx) =>
    tx.maybe<Floors>(
      `select r.floor_students as students, r.floor_households as households
       from published.releases r
       join published.current c on c.release_id = r.id
       where r.state_fips = $1`,
      [stateFips],
    ),
  );
}
