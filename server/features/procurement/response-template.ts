/** A workbook to prepare an answer in: what the pages ask for, with the round's lots. */
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import type { ProcurementMessages } from '../../domain/messages/en/procurement.ts';
import type { Packaged } from './read.ts';

/** Of milestones where a round names none. Source: 47 CFR 54.802. */
const USUAL_PERCENTS = [40, 60, 80, 100];
const TO_FILL = '#FFF4BF';

export function responseTemplate({ lots }: Packaged, { template }: ProcurementMessages): Promise<Buffer> {
  const lotHead = [
    template.lot,
    template.name,
    template.students,
    template.households,
    template.reference,
    template.subsidy,
    template.capital,
  ];
  const lotRows = lots.map(({ id, name, students, households, reference }) => [
    number(id),
    text(name),
    number(students),
    number(households),
    reference === null ? text('') : number(reference),
    toFill(),
    toFill(),
  ]);
  const fields = Object.values(template.fields).map(({ name, unit }) => [text(name), toFill(), text(unit)]);
  return writeXlsxFile([
    sheet(template.lotsSheet, [[bold(template.fill)], lotHead.map(bold), ...lotRows], [8, 30, 12, 12, 18, 24, 24]),
    sheet(template.offerSheet, [[template.field, template.value, template.unit].map(bold), ...fields], [44, 34, 34]),
    sheet(
      template.milestoneSheet,
      [[template.percent, template.day].map(bold), ...USUAL_PERCENTS.map((percent) => [number(percent), toFill()])],
      [44, 30],
    ),
  ]).toBuffer();
}

function sheet(name: string, data: CellObject[][], widths: readonly number[]) {
  return { sheet: name, data, columns: widths.map((width) => ({ width })) };
}

function text(value: string): CellObject {
  return { value, type: String };
}

function bold(value: string): CellObject {
  return { ...text(value), fontWeight: 'bold' };
}

function number(value: number): CellObject {
  return { value, type: Number };
}

function toFill(): CellObject {
  return { value: '', type: String, backgroundColor: TO_FILL, borderStyle: 'thin' };
}
