/** A brief in words of one language. Every renderer sets these, and adds nothing of its own. */
import { isLowResponse, responseOf, shareOf } from '../../domain/brief/headline.ts';
import { shortCode } from '../../domain/brief/short-link.ts';
import { countyName } from '../../domain/county-name.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import type { Brief } from './contract.ts';
import type { BriefFacts } from './gather.ts';
import { clustersIn, providersIn } from './parts-ground.ts';
import { answersTable, countWords, grouped, whyTable } from './parts-numbers.ts';
import { sourceLines } from './parts-sources.ts';
import type { BriefWords } from './words.ts';

/** How many of each the map shows. */
interface Drawn {
  readonly hexes: number;
  readonly clusters: number;
}

export function briefOf(facts: BriefFacts, words: BriefWords, drawn: Drawn): Brief {
  const { release, viewer, place } = facts;
  const { language, origin } = words;
  const messages = words.messages.brief;
  // The numbers of a finer view are only there by its own address.
  const view = viewer.role === 'public' ? '' : `audience=${viewer.role}`;
  const short = `${origin}/b/${shortCode({ release: release.id, kind: place.kind, id: place.id })}${view && `?${view}`}`;
  const sentence = sentenceOf(facts, words);
  return {
    language,
    release: release.id,
    audience: viewer.role,
    kind: place.kind,
    id: place.id,
    above: aboveOf(facts, words),
    title: nameOf(facts),
    marks: marksOf(facts, messages),
    sentence,
    figure: figureOf(facts, words),
    small: smallOnes(facts, words),
    map: { alt: `${mapWords(facts, words, drawn)} ${sentence}` },
    why: whyTable(facts, words),
    answers: answersTable(facts, words),
    providers: providersIn(facts, words),
    clusters: clustersIn(facts, words),
    ask: { title: messages.ask.title, rows: askRows(facts, words) },
    asked: facts.ask,
    sources: { title: messages.sources.title, lines: sourceLines(facts, words) },
    link: {
      words: messages.link.here,
      address: short,
      permanent: `${origin}/brief/${place.kind}/${encodeURIComponent(place.id)}?release=${release.id}${view && `&${view}`}`,
      qrAlt: messages.link.qr({ address: short }),
    },
  };
}

function marksOf({ release, viewer }: BriefFacts, messages: ServerMessages['brief']): string[] {
  return [
    ...(release.synthetic ? [messages.synthetic] : []),
    ...(release.standing === 'draft' ? [messages.draft] : []),
    ...(viewer.role === 'public' ? [] : [messages.views[viewer.role] ?? viewer.role]),
  ];
}

/** A demo's outline is said to be one where sources are named, not in the name. */
function nameOf({ place }: BriefFacts): string {
  const name = place.name.replace(/ \(illustrative\)$/, '');
  return place.kind === 'county' ? countyName(name, place.id) : name;
}

function aboveOf({ release, place }: BriefFacts, { messages: { brief } }: BriefWords): string {
  const what = brief.kinds[place.kind] ?? place.kind;
  return place.kind === 'state' ? what : brief.above({ what, stateName: release.state_name });
}

/** The place, with those it is only published together with. */
function subjectOf(facts: BriefFacts, { messages: { brief } }: BriefWords): string {
  if (facts.together.length === 0) return nameOf(facts);
  return brief.together({
    names: [nameOf(facts), ...facts.together.map((name) => name.replace(/ \(illustrative\)$/, ''))],
  });
}

function sentenceOf(facts: BriefFacts, words: BriefWords): string {
  const said = headlineWords(facts, words);
  const response = facts.totals ? responseOf(facts.totals) : undefined;
  if (!response || facts.headline.kind === 'hidden' || !isLowResponse(response)) return said;
  const { low, few } = words.messages.brief.response;
  return `${said} ${response.kind === 'share' ? low({ percent: response.percent }) : few}`;
}

function headlineWords(facts: BriefFacts, words: BriefWords): string {
  const { sentence } = words.messages.brief;
  const { headline, filers } = facts;
  const place = subjectOf(facts, words);
  const total = facts.totals?.students;
  if (total == null) return sentence.noNumbers({ place });
  const whose = { filers, commission: words.commission };
  const share = shareOf(headline, total) ?? { lowest: 0, highest: 100 };
  switch (headline.kind) {
    case 'counted':
      return sentence.counted({ ...headline, ...share, ...whose, total, place });
    case 'answers':
      return sentence.answers({ ...headline, ...share, total, place });
    case 'estimated':
      return headline.students < facts.release.floor_students
        ? sentence.fewEstimated({ ...whose, total, place, fewest: facts.release.floor_students })
        : sentence.estimated({ ...whose, total, place, students: headline.students });
    case 'hidden':
      return sentence.hidden({ total, place });
  }
}

function figureOf(facts: BriefFacts, { messages: { brief }, language }: BriefWords): Brief['figure'] {
  const { headline, release, before } = facts;
  const { figure } = brief;
  const change = before ? changeWords(before, brief.change) : brief.change.first;
  if (headline.kind === 'hidden') return { lead: '', value: figure.hidden, what: figure.counted, change };
  if (headline.kind !== 'estimated') {
    const lead = headline.isLeast ? figure.atLeast : figure.about;
    return { lead, value: grouped(headline.students, language), what: figure.counted, change };
  }
  const isFew = headline.students < release.floor_students;
  const value = grouped(isFew ? release.floor_students : headline.students, language);
  return { lead: isFew ? figure.fewerThan : figure.about, value, what: figure.estimated, change };
}

function changeWords(
  { name: previous, change, byFilings }: NonNullable<BriefFacts['before']>,
  messages: ServerMessages['brief']['change'],
): string {
  switch (change.kind) {
    case 'fewer':
      return (byFilings ? messages.fewerByFilings : messages.fewer)({ students: change.by, previous });
    case 'more':
      return (byFilings ? messages.moreByFilings : messages.more)({ students: change.by, previous });
    case 'within':
      return messages.within({ previous });
    case 'incomparable':
      return messages.incomparable({ previous });
  }
}

function smallOnes({ totals, filers }: BriefFacts, { messages, language }: BriefWords): Brief['small'] {
  const { small, figure } = messages.brief;
  const counted = (key: string) => countWords(totals, key, { messages, language });
  return [
    { value: totals?.students == null ? figure.hidden : grouped(totals.students, language), what: small.students },
    ...(filers.length > 0 ? [{ value: counted('lever.build'), what: small.build }] : []),
    { value: counted('equip'), what: small.equip },
    { value: totals ? answeredWords(totals, small) : figure.hidden, what: small.answered },
  ];
}

function answeredWords(totals: NonNullable<BriefFacts['totals']>, small: ServerMessages['brief']['small']): string {
  const response = responseOf(totals);
  switch (response.kind) {
    case 'share':
      return response.percent === 0 ? small.fewerThanOne : small.answeredShare({ percent: response.percent });
    case 'nearly all':
      return small.nearlyAll;
    case 'few':
      return small.nearlyNone;
    case 'unsaid':
      return small.unsaid;
  }
}

function mapWords(facts: BriefFacts, words: BriefWords, { hexes, clusters }: Drawn): string {
  const { map } = words.messages.brief;
  const place = nameOf(facts);
  return facts.filers.length === 0 ? map.altStudents({ place, hexes }) : map.alt({ place, hexes, locations: clusters });
}

function askRows({ ask }: BriefFacts, { messages }: BriefWords): string[][] {
  const { amount, program, due, dollars, day } = messages.brief.ask;
  if (!ask) return [];
  return [
    ...(ask.dollars === null ? [] : [[amount, dollars({ dollars: ask.dollars })]]),
    ...(ask.program === null ? [] : [[program, ask.program]]),
    ...(ask.due === null ? [] : [[due, day({ day: ask.due })]]),
  ];
}
