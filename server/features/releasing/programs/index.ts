export { type KeptPatch, type ReleaseToProve, releaseInput } from './release-input.ts';
export { keepReleased, NOTHING_RELEASED, type Released, releasedIn } from './released.ts';
export { releasedBy } from './released-by.ts';
export { hiddenByPrograms } from './run.ts';
export {
  keepUnplaced,
  provenUnplaced,
  STATE,
  type UnplacedShown,
  unplacedReleased,
} from './unplaced.ts';
