export { PrintMap } from './PrintMap.tsx';
