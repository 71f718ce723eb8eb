/** The order sheet as rows of a file. */
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { type Beyond, orderOf } from '../../domain/order-sheet.ts';
import type { OrderSheet } from './contract.ts';

type Cell = string | number;

const HEADINGS = [
  'lea_id',
  'district',
  'students',
  'no_device',
  'shared_device',
  'only_a_phone',
  'no_answer',
  'needed',
  'repairs_percent',
  'spares_percent',
  'order',
  'order_is_at_least',
] as const;

/** A hidden count is said, never blank: a blank cell is read as zero. */
export function fileRows({ districts, floor }: OrderSheet, beyond: Beyond): Record<(typeof HEADINGS)[number], Cell>[] {
  const shown = (count: number | null): Cell => count ?? `hidden (fewer than ${floor}, or all but so few)`;
  return districts.map((line) => {
    const { needed, devices, isLeast, isHidden } = orderOf(line, beyond);
    return {
      lea_id: line.leaIds.join(' '),
      district: line.name,
      students: shown(line.students),
      no_device: shown(line.none),
      shared_device: shown(line.shared),
      only_a_phone: shown(line.unsuitable),
      no_answer: shown(line.unanswered),
      needed: shown(isHidden ? null : needed),
      repairs_percent: beyond.repairs,
      spares_percent: beyond.spares,
      order: shown(isHidden ? null : devices),
      order_is_at_least: isLeast ? 'yes' : 'no',
    };
  });
}

export function orderXlsx(sheet: OrderSheet, beyond: Beyond): Promise<Buffer> {
  const rows = fileRows(sheet, beyond).map((row) =>
    HEADINGS.map((heading): CellObject => {
      const value = row[heading];
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  const headings = HEADINGS.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }));
  const about = `${sheet.release.name}${sheet.synthetic ? ' (synthetic data)' : ''}: published counts of what families answered, ${sheet.audience} view`;
  return writeXlsxFile([
    { sheet: 'Order', data: [headings, ...rows], columns: HEADINGS.map(() => ({ width: 16 })), stickyRowsCount: 1 },
    { sheet: 'Source', data: [[{ value: about, type: String }]], columns: [{ width: 90 }] },
  ]).toBuffer();
}
