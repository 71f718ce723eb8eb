/** What other features may use of costs. */
export { type ClusterGround, groundOf } from './ground.ts';
export { reachOf } from './reach.ts';
