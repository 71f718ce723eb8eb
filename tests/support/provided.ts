/** What a project's setup tells its test files. */
declare module 'vitest' {
  export interface ProvidedContext {
    database: { kind: 'native'; url: string } | { kind: 'embedded'; template: string };
    /** Folder for states that test files begin on a copy of. */
    states: string;
    /** Folder of states made for the browser tests, by number of students. */
    products: string;
  }
}

export const TEMPLATE = 'gapmap_template';
export const SMALL_STATE = 'gapmap_small_state';
