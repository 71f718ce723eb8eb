/** What commands and the demo may use of people. */
export { makeDemoPersons } from './demo-persons.ts';
