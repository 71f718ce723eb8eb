/** Signing in at an issuer and coming back, demo persons, and signing out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { stateOfCaller } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { filledText, freeText, IdParams } from '../../platform/fields.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refusal, refusalBecause } from '../../platform/problem.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { doerOf, forgetCookies, OWN_FORMS, refuseUnsafeAddress, sessionCookie } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { rolesClaimed } from './claims.ts';
import { demoPersons, letInDemo } from './demo-persons.ts';
import { letIn } from './doors.ts';
import { openInvitation } from './invitations.ts';
import type { Issuer, Recognized } from './issuers.ts';
import { signedOutPage, signInPage } from './sign-in-page.ts';
import { begin, keep, keptInvitation, onward, takeKept } from './signing.ts';

export interface SignInOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
  readonly issuers: readonly Issuer[];
  /** Whether demo persons may be chosen. */
  readonly isDemo: boolean;
}

const COUNTED = { rate: 'enter' } as const;
const TAGS = { tags: ['people'] };
const LANG = { lang: Type.Optional(freeText({ maxLength: 20 })) };
const BY_ISSUER = { params: Type.Object({ issuer: filledText({ maxLength: 40 }) }), querystring: Type.Object(LANG) };

export const signInRoutes: FastifyPluginAsyncTypebox<SignInOptions> = async (
  app,
  { db, publicUrl, issuers, isDemo },
) => {
  const cookie = sessionCookie(publicUrl);
  const issuerNamed = (key: string): Issuer => {
    const found = issuers.find((one) => one.key === key);
    if (!found) throw refusal('sign-in.no-issuer', 404);
    return found;
  };
  const backTo = (request: FastifyRequest, path: string) =>
    new URL(path, publicUrl ?? `${request.protocol}://${request.host}`).href;

  app.get(
    '/sign-in',
    { config: COUNTED, schema: { ...TAGS, summary: 'Page: the ways to sign in', querystring: Type.Object(LANG) } },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const invitation = keptInvitation(request);
      const language = languageOf(request);
      const { people } = answeringIn(reply, language);
      const page = signInPage(people, {
        language,
        lang: langQuery(request),
        issuers,
        demo: isDemo ? await demoPersons(db) : [],
        invitation: invitation && (await openInvitation(db, invitation)),
        person: (await request.asker())?.person,
      });
      return reply.headers(OWN_FORMS).send(page);
    },
  );

  app.get(
    '/sign-in/:issuer',
    { config: COUNTED, schema: { ...TAGS, summary: 'Go to an issuer, to sign in there', ...BY_ISSUER } },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const issuer = issuerNamed(request.params.issuer);
      const begun = await issuer.begin(backTo(request, `/sign-in/${issuer.key}/callback`)).catch(unreachable);
      request.session.begun = keep(begun.begun);
      return onward(reply, begun.address.href);
    },
  );

  app.get(
    '/sign-in/:issuer/callback',
    {
      config: COUNTED,
      schema: { ...TAGS, summary: 'Come back from an issuer', params: BY_ISSUER.params },
    },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const issuer = issuerNamed(request.params.issuer);
      const invitation = keptInvitation(request);
      const begun = await takeKept(request, 'begun');
      if (begun.issuer !== issuer.key) throw refusal('sign-in.not-begun', 400);
      const current = new URL(backTo(request, request.url));
      const recognized = await issuer.finish(current, begun).catch((error: unknown) => {
        request.log.warn({ issuer: issuer.key, fault: faultIn(error) }, 'sign-in refused');
        throw isUnanswered(error) ? refusalBecause(error, 'sign-in.unreachable', 503) : notConfirmed(error);
      });
      const person = await letIn(db, { ...arrivalOf(issuer, recognized), invitation });
      return onward(reply, await begin(request, person));
    },
  );

  app.post(
    '/sign-in/demo/:id',
    {
      config: COUNTED,
      schema: {
        ...TAGS,
        summary: 'Sign in as a demo person, in a demo on this computer',
        params: IdParams,
        querystring: Type.Object(LANG),
      },
    },
    async (request, reply) => {
      if (!isDemo) throw refusal('sign-in.not-demo', 404);
      refuseForeignWrite(request, publicUrl);
      refuseUnsafeAddress(request, publicUrl);
      return onward(reply, await begin(request, await letInDemo(db, request.params.id)));
    },
  );

  app.post(
    '/sign-out',
    { schema: { ...TAGS, summary: 'End the session of this browser', querystring: Type.Object(LANG) } },
    async (request, reply) => {
      const asker = await request.asker();
      if (asker?.person) {
        const doer = await doerOf(request);
        const act = { did: 'people.signed-out', thing: `session ${asker.sessionId}` } as const;
        await db.as({ role: 'doorkeeper' }, (tx) => recordAct(tx, doer, act));
        request.log.info({ person: asker.person.id, state: stateOfCaller(asker.caller) }, 'signed out');
      }
      if (asker?.sessionId !== undefined) await request.session.destroy();
      forgetCookies(request, reply, cookie);
      const key = issuers.find(({ key }) => key === asker?.person?.issuer)?.key;
      return onward(reply, `/signed-out${key ? `/${key}` : ''}${langQuery(request)}`);
    },
  );

  const saySignedOut = async (request: FastifyRequest, reply: FastifyReply, issuer?: Issuer) => {
    const language = languageOf(request);
    const { people } = answeringIn(reply, language);
    const address = await issuer?.endAddress(backTo(request, '/signed-out')).catch(() => undefined);
    const at = issuer && address && { label: issuer.label, address };
    return reply.headers(OWN_FORMS).send(signedOutPage(people, { language, lang: langQuery(request), at }));
  };

  app.get(
    '/signed-out',
    { config: COUNTED, schema: { ...TAGS, summary: 'Page: signed out', querystring: Type.Object(LANG) } },
    (request, reply) => saySignedOut(request, reply),
  );

  app.get(
    '/signed-out/:issuer',
    {
      config: COUNTED,
      schema: { ...TAGS, summary: 'Page: signed out, and how to sign out at the issuer', ...BY_ISSUER },
    },
    (request, reply) => saySignedOut(request, reply, issuerNamed(request.params.issuer)),
  );
};

function arrivalOf({ key, roles }: Issuer, { issuer, subject, name, claims }: Recognized) {
  const claimed = rolesClaimed(roles, claims).map(({ role, state: stateFips, organization, leaId, providerId }) => ({
    role,
    stateFips,
    organization,
    leaId,
    providerId,
  }));
  return {
    issuer: key,
    name,
    claimed,
    find: async (tx) =>
      (
        await tx.maybe<{ person_id: number }>(
          'select person_id from accounts.identities where issuer = $1 and subject = $2',
          [issuer, subject],
        )
      )?.person_id,
    tie: async (tx, personId) => {
      await tx.run('insert into accounts.identities (issuer, subject, person_id) values ($1, $2, $3)', [
        issuer,
        subject,
        personId,
      ]);
    },
  } satisfies Omit<Parameters<typeof letIn>[1], 'invitation'>;
}

function unreachable(error: unknown): never {
  throw refusalBecause(error, 'sign-in.unreachable', 503);
}

function notConfirmed(error: unknown) {
  return refusalBecause(error, 'sign-in.refused', 403);
}

/** What failed, without what came with it: an answer may hold claims. */
function faultIn(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown').slice(0, 80);
}

/** Whether the issuer gave no answer at all. */
function isUnanswered(error: unknown): boolean {
  return faultIn(error) === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
}
