/** What a project's setup tells its test files. */
declare module 'vitest' {
  export interface ProvidedContext {
    database: { kind: 'native'; url: string } | { kind: 'embedded'; template: string };
    /** Folder of states made for the browser tests, by number of students. */
    products: string;
  }
}

export const TEMPLATE = 'gapmap_template';
