export { type ReleaseInput, type ReleaseToProve, releaseInput } from './release-input.ts';
export { hiddenByPrograms } from './run.ts';
