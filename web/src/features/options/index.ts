export { Options, TakeAlong } from './Options.tsx';
