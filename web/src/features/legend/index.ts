export { Legend } from './Legend.tsx';
export { legendRows, unitOf } from './rows.ts';
