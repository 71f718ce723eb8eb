/** What other features may use of land already paid for. */
export { importFunded } from './import.ts';
