/** Maps columns: as guessed or remembered, then as the person changes it. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { Opened } from './protocol.ts';
import { type Choices, withHomelessness } from './remembered.ts';
import type { Source } from './state.ts';

export function namesOf({ opened }: Source): readonly string[] {
  return opened.columns.map(({ name }) => name);
}

export function mappingOf(opened: Opened, remembered: Choices | undefined): Mapping {
  return remembered ? withHomelessness(remembered, opened.mapping) : opened.mapping;
}

export function withHomeless(mapping: Mapping, columns: readonly number[]): Mapping {
  const { homeless: _, ...others } = mapping;
  return columns.length === 0 ? others : { ...others, homeless: columns };
}

export function withColumn(mapping: Mapping, field: Field, column: number | undefined): Mapping {
  const { [field]: _, ...others } = mapping;
  return column === undefined ? others : { ...others, [field]: column };
}
