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
  'view',
] as const;

const HIDDEN = 'hidden (not zero)';

/** A hidden count is said, never blank: a blank cell is read as zero. */
export function fileRows({ districts, view }: OrderSheet, beyond: Beyond): Record<(typeof HEADINGS)[number], Cell>[] {
  const shown = (count: number | null): Cell => count ?? HIDDEN;
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
      order_is_at_least: isHidden ? HIDDEN : isLeast ? 'yes' : 'no',
      view,
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
  const about = [
    `${sheet.view}${sheet.synthetic ? ' Synthetic data.' : ''}`,
    'Published counts of what families answered.',
    `Hidden: fewer than ${sheet.floor} students, or all but so few, or a number from which such a one could be worked out.`,
  ];
  return writeXlsxFile([
    { sheet: 'Order', data: [headings, ...rows], columns: HEADINGS.map(() => ({ width: 16 })), stickyRowsCount: 1 },
    { sheet: 'Source', data: about.map((value) => [{ value, type: String }]), columns: [{ width: 90 }] },
  ]).toBuffer();
}
