/** Below this an estimate names no number, so that nobody reads it as three children. */
export const LEAST_NAMED = 10;
