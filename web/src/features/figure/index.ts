export { AnswerList } from './AnswerList.tsx';
export { Figure } from './Figure.tsx';
export { accuracyRoute, sourceLine } from './Sources.tsx';
