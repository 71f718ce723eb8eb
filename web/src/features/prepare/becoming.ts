/** What became of each column of an export, in its order, for the person who must answer for it. */
import { FIELD_WORDS, type Field, type Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { Column } from './protocol.ts';

export interface Becoming {
  readonly name: string;
  readonly isRead: boolean;
  readonly becomes: string;
}

export function becomingOf(columns: readonly Column[], mapping: Mapping): readonly Becoming[] {
  return columns.map(({ name }, column) => {
    const field = (Object.keys(mapping) as Field[]).find((candidate) => mapping[candidate] === column);
    return field
      ? { name, isRead: true, becomes: capitalized(FIELD_WORDS[field].becomes) }
      : { name, isRead: false, becomes: 'Not read' };
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
