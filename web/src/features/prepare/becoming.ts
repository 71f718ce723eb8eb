/** What became of each column of an export, in its order, for the person who must answer for it. */
import { FIELD_WORDS, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import type { Column } from './protocol.ts';

export interface Becoming {
  readonly name: string;
  readonly isRead: boolean;
  readonly becomes: string;
}

export function becomingOf(columns: readonly Column[], mapping: Mapping): readonly Becoming[] {
  return columns.map(({ name }, column) => {
    const use = usesOf(mapping).find((each) => each.column === column)?.use;
    return use
      ? { name, isRead: true, becomes: capitalized(FIELD_WORDS[use].becomes) }
      : { name, isRead: false, becomes: 'Not read' };
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
