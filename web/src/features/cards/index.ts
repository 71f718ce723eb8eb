export { closeCard } from './Card.tsx';
export { ClusterCard } from './ClusterCard.tsx';
export { HexCard } from './HexCard.tsx';
