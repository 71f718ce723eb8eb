/** What other features may use of preparing a file. */
export { rememberDistrict } from './remembered.ts';
