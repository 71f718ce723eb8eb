export { AnswerList } from './AnswerList.tsx';
export { Breakdown } from './Breakdown.tsx';
export { Figure } from './Figure.tsx';
export { accuracyRoute, filingInWords, sourceLine } from './Sources.tsx';
export { viewLine, WhoseView } from './WhoseView.tsx';
