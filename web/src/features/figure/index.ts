/** What other features may use of figures. */
export { AnswerList } from './AnswerList.tsx';
export { sourceLine } from './Sources.tsx';
