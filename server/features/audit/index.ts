/** What other features may use of the log. */
export { type Act, type ActCode, COMMAND_LINE, type Doer, recordAct } from './log.ts';
export { type ActFilter, actsCsv, actsOf, type ListedAct } from './read.ts';
