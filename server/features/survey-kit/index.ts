export { KIT_FILES } from './files.ts';
export { questionsAsked } from './kit.ts';
export { templateColumns } from './template.ts';
