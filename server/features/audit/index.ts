/** What other features may use of the log. */
export { type Act, COMMAND_LINE, type Doer, recordAct } from './log.ts';
