/** The document of a brief's page, with what sites show of a shared link, and the short address that leads to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { briefOfCode } from '../../domain/brief/short-link.ts';
import { PAGES } from '../../domain/pages.ts';
import { addVary } from '../../platform/http-cache/index.ts';
import { langQuery } from '../../platform/messages.ts';
import { escaped } from '../../platform/page.ts';
import { Refusal, refusal } from '../../platform/problem.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { PlaceKind } from '../places/index.ts';
import { releaseOfPlace } from '../releases/index.ts';
import type { Brief } from './contract.ts';
import { type BriefFacts, gatherBrief } from './gather.ts';
import type { BriefMaker } from './make.ts';
import { briefOf } from './model.ts';
import { type BriefOptions, wordsFor } from './routes.ts';

export interface BriefPageOptions extends BriefOptions {
  /** Folder of the built pages. */
  readonly web: string;
}

export const briefPages: FastifyPluginAsyncTypebox<BriefPageOptions> = async (app, options) => {
  const document = readFileSync(join(options.web, 'index.html'), 'utf8');

  app.get(
    '/b/:code',
    {
      config: { caching: 'everybody' },
      schema: {
        hide: true,
        params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
        querystring: Type.Object({ audience: AudienceQuery }),
      },
    },
    (request, reply) => {
      const found = briefOfCode(request.params.code);
      if (!found) throw refusal('brief.short', 404);
      const lang = langQuery(request).replace('?', '&');
      const { audience } = request.query;
      const view = audience === 'public' ? '' : `&audience=${audience}`;
      const id = encodeURIComponent(found.id);
      return reply.redirect(`${PAGES.brief.path}/${found.kind}/${id}?release=${found.release}${view}${lang}`);
    },
  );

  app.get(
    `${PAGES.brief.path}/:kind/:id`,
    {
      config: { caching: 'caller' },
      schema: { hide: true, params: Type.Object({ kind: Type.String(), id: Type.String() }) },
    },
    async (request, reply) => {
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      addVary(reply, 'accept-language');
      const { release = 'current', state } = request.query as { release?: unknown; state?: unknown };
      const { kind, id } = request.params;
      const asked = { release: String(release), ...(typeof state === 'string' ? { state } : {}), kind, id };
      const tags = await tagsOf(asked).catch((error: unknown) => {
        // The page itself says what is wrong with its address.
        if (error instanceof Refusal) return '';
        throw error;
      });
      return reply.send(document.replace('</head>', `${tags}</head>`));

      async function tagsOf({ kind: asPlace, ...edition }: typeof asked): Promise<string> {
        if (!isKind(asPlace) || !/^(current|[0-9]{1,9})$/.test(edition.release)) return '';
        const facts = await readFacts(options.briefs, { ...edition, kind: asPlace }, request.signal);
        const words = wordsFor(request, reply, options);
        return openGraph(briefOf(facts, words, { hexes: 0, clusters: 0 }), words.origin);
      }
    },
  );
};

/** Whoever looks at a shared link comes without a token. */
function readFacts(
  { db, estimates }: BriefMaker,
  { release: asked, state, ...place }: { release: string; state?: string; kind: PlaceKind; id: string },
  signal: AbortSignal,
): Promise<BriefFacts> {
  const viewer = { role: 'public' } as const;
  return db.as(
    viewer,
    async (tx) => {
      const release = await releaseOfPlace(tx, { ...place, release: asked, state });
      return gatherBrief(tx, estimates, { release, viewer, place });
    },
    { signal },
  );
}

function isKind(kind: string): kind is PlaceKind {
  return (PlaceKind.enum as readonly string[]).includes(kind);
}

/** Source: The Open Graph protocol (ogp.me). */
function openGraph({ title, above, sentence, kind, id, release, language, link }: Brief, origin: string): string {
  const picture = `${origin}/api/v1/briefs/${kind}/${encodeURIComponent(id)}/picture.png?release=${release}&lang=${language}`;
  const properties = {
    'og:type': 'article',
    'og:site_name': 'Gapmap',
    'og:title': `${title}, ${above}`,
    'og:description': sentence,
    'og:url': link.permanent,
    'og:locale': language === 'es' ? 'es_US' : 'en_US',
    'og:image': picture,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': sentence,
  };
  const tags = Object.entries(properties).map(
    ([property, content]) => `<meta property="${property}" content="${escaped(content)}">`,
  );
  return `${tags.join('\n')}\n<meta name="twitter:card" content="summary_large_image">\n`;
}
