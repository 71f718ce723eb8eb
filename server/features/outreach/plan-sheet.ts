/** A plan on paper: its steps, a page of them after the other, then whom nobody knows and what to expect. */
import type { OutreachMessages } from '../../domain/messages/en/outreach.ts';
import { reachInWords } from '../../domain/outreach/reach.ts';
import type { Print } from '../print/index.ts';
import type { OutreachPlan } from './contract.ts';

/**
 * A page at the smallest letters: its height, a line and the padding of a row in points; letters to a line in the two text
 * columns.
 */
const PAGE = { points: 560, line: 8.6, room: 7, what: 72, who: 12 } as const;
const NAMES_A_PAGE = 50;

export function planPrint(
  { plan, collection, opensOn, closesOn, reach }: OutreachPlan,
  messages: OutreachMessages,
  language: string,
): Print {
  const { columns, told } = messages;
  const title = messages.title({ collection });
  const window = opensOn !== null && closesOn !== null ? messages.window({ opensOn, closesOn }) : '';
  const head = [columns.on, columns.told, columns.what, columns.who, columns.done];
  const rows = plan.map((one) => [
    messages.day({ on: one.on }),
    told[one.told],
    one.what,
    one.assigned,
    one.done ? '\u00d7' : '',
  ]);
  const steps = pagesOf(rows).map((part) => ({ rows: part, reach: null }));
  const names = chunked(reach.withoutContact, NAMES_A_PAGE);
  const sentences = reachInWords(reach, messages.reach);
  const known = (names.length > 0 ? names : [[]]).map((part, at) => ({
    rows: [],
    reach: { title: messages.reach.title, sentences: at === 0 ? sentences : [], names: part },
  }));
  const sheets = [...steps, ...known].map((part, at) => ({
    data: { ...part, head, title: at === 0 ? title : '', window },
    map: '',
    qr: '',
  }));
  return { template: 'plan', sheets, title, language, as: { format: 'pdf' } };
}

/** Rows of a page each. */
function pagesOf(rows: readonly string[][]): string[][][] {
  const pages: string[][][] = [];
  let left = 0;
  for (const row of rows) {
    const [, , what = '', who = ''] = row;
    const lines = Math.max(1, Math.ceil(what.length / PAGE.what), Math.ceil(who.length / PAGE.who));
    const points = lines * PAGE.line + PAGE.room;
    if (pages.length === 0 || points > left) {
      pages.push([]);
      left = PAGE.points;
    }
    pages.at(-1)?.push(row);
    left -= points;
  }
  return pages;
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
