/** What a person reads for a technology and for a set of them. */
import { PROFILE_NAMES, TECHNOLOGY_NAMES } from '../../technology.ts';

export const technologies = { names: TECHNOLOGY_NAMES, profiles: PROFILE_NAMES };

export type TechnologyMessages = typeof technologies;
