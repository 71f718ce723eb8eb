/** An administrator's pages: people, invitations, sessions, and the log of acts. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PERSON_ROLES } from '../../domain/actor.ts';
import { isDay } from '../../domain/day.ts';
import type { Db } from '../../platform/db.ts';
import { filledText, freeText, IdParams, wholeNumber } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { adminOf, doerOf, OWN_FORMS } from '../accounts/index.ts';
import { type ActCode, type ActFilter, actsCsv, actsOf, recordAct } from '../audit/index.ts';
import { invite } from './invitations.ts';
import { logPage } from './log-page.ts';
import { endInvitation, endRole, endSessionOf, peopleOf } from './people.ts';
import { invitedPage, peoplePage } from './people-page.ts';
import { onward } from './signing.ts';

const TAGS = { tags: ['people'] };
const LANG = { lang: Type.Optional(freeText({ maxLength: 20 })) };
const LISTED = 100;

const InvitationBody = Type.Object({
  label: filledText({ maxLength: 100 }),
  organization: filledText({ maxLength: 200 }),
  role: Type.Enum([...PERSON_ROLES]),
  leaId: Type.Optional(Type.String({ pattern: '^[0-9]{7}$' })),
  providerId: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
});

/** A form sends a field that is left empty. */
const orEmpty = (pattern: string) => Type.Optional(Type.String({ pattern: `^(${pattern})?$` }));
const LogQuery = {
  did: orEmpty('[a-z.-]{1,60}'),
  who: Type.Optional(freeText({ maxLength: 100 })),
  from: orEmpty('(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}'),
  to: orEmpty('(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}'),
  before: Type.Optional(wholeNumber({ minimum: 1 })),
  ...LANG,
};

interface PeopleOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
}

export const peoplePageRoutes: FastifyPluginAsyncTypebox<PeopleOptions> = async (app, { db, publicUrl }) => {
  app.get(
    '/people',
    { schema: { ...TAGS, summary: 'Page: people, roles, invitations and sessions', querystring: Type.Object(LANG) } },
    async (request, reply) => {
      const admin = await adminOf(request);
      const language = languageOf(request);
      const { people } = answeringIn(reply, language);
      const listed = { language, lang: langQuery(request), stateFips: admin.stateFips, ...(await peopleOf(db, admin)) };
      return reply.headers(OWN_FORMS).send(peoplePage(people, listed));
    },
  );

  app.post(
    '/people/invitations',
    { schema: { ...TAGS, summary: 'Invite somebody', querystring: Type.Object(LANG), body: InvitationBody } },
    async (request, reply) => {
      const admin = await adminOf(request);
      const doer = await doerOf(request);
      const { role, leaId, providerId, label, organization } = request.body;
      const { stateFips } = admin;
      const number = providerId === undefined ? undefined : Number(providerId);
      const wish = { role, stateFips, label, organization, leaId, providerId: number };
      const invitation = await db.as(admin, (tx) => invite(tx, wish, doer));
      request.log.info({ invitation: invitation.id, role }, 'invited');
      const language = languageOf(request);
      const { people } = answeringIn(reply, language);
      const origin = publicUrl ?? `${request.protocol}://${request.host}`;
      const page = invitedPage(people, { language, lang: langQuery(request), invitation, origin });
      return reply.headers(OWN_FORMS).send(page);
    },
  );

  const ends = { invitations: endInvitation, roles: endRole, sessions: endSessionOf };
  for (const [what, end] of Object.entries(ends))
    app.post(
      `/people/${what}/:id/end`,
      {
        schema: {
          ...TAGS,
          summary: `End one of the ${what}`,
          params: IdParams,
          querystring: Type.Object(LANG),
        },
      },
      async (request, reply) => {
        const admin = await adminOf(request);
        await end(db, admin, request.params.id, await doerOf(request));
        return onward(reply, `/people${langQuery(request)}`);
      },
    );

  app.get(
    '/people/log',
    { schema: { ...TAGS, summary: 'Page: the log of acts', querystring: Type.Object(LogQuery) } },
    async (request, reply) => {
      const admin = await adminOf(request);
      const filter = filterIn(request.query);
      const found = await db.as(admin, (tx) => actsOf(tx, filter, LISTED + 1));
      const language = languageOf(request);
      const { people, acts: words } = answeringIn(reply, language);
      const acts = found.slice(0, LISTED);
      const page = { language, lang: langQuery(request), acts, filter, hasOlder: found.length > LISTED };
      return reply.headers(OWN_FORMS).send(logPage(people, words, page));
    },
  );

  app.get(
    '/people/log.csv',
    { schema: { ...TAGS, summary: 'The log of acts as a table', querystring: Type.Object(LogQuery) } },
    async (request, reply) => {
      const admin = await adminOf(request);
      const doer = await doerOf(request);
      const filter = filterIn(request.query);
      const acts = await db.as(admin, async (tx) => {
        const all = await actsOf(tx, filter);
        await recordAct(tx, doer, { did: 'people.log-exported', thing: `${all.length} entries` });
        return all;
      });
      return sendCsvText(reply, 'audit', actsCsv(acts));
    },
  );
};

interface LogAsked {
  readonly did?: string;
  readonly who?: string;
  readonly from?: string;
  readonly to?: string;
  readonly before?: number;
}

function filterIn({ did, who, from, to, before }: LogAsked): ActFilter {
  return {
    did: (did || undefined) as ActCode | undefined,
    who: who?.trim() || undefined,
    from: dayIn(from),
    to: dayIn(to),
    before,
  };
}

/** A day that there is; February 30 bounds nothing. */
function dayIn(text = ''): string | undefined {
  return isDay(text) ? text : undefined;
}
