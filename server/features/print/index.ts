/** What other features may use of printing. */
export { openPrinter, type Printer } from './printer.ts';
export type { Print, Sheet, Template } from './sheet.ts';
