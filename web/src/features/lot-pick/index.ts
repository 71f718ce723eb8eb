export { default } from './ToLot.tsx';
