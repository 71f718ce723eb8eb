import { createHash } from 'node:crypto';
import { questionsNamed } from '../../domain/survey/asked.ts';
import { QUESTIONS, type Question } from '../../domain/survey.ts';
import { kitErrors } from './errors.ts';
import { KIT_FILES, type KitFile } from './files.ts';

export interface MadeFile {
  readonly file: KitFile;
  readonly body: Buffer;
  readonly etag: string;
}

/**
 * @param text names of questions, separated by commas; undefined or empty = all
 * @throws Refusal survey-kit.questions
 */
export function questionsAsked(text: string | undefined): readonly Question[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  if (names.every((name) => name === '')) return QUESTIONS;
  const asked = questionsNamed(names);
  if ('unknown' in asked) throw kitErrors.questions();
  return asked.questions;
}

/** Caches files of the kit: there are at most 127 choices of questions, and few are used. */
export function kitMaker(): (name: string, questions: readonly Question[]) => Promise<MadeFile> {
  const made = new Map<string, Promise<MadeFile>>();
  return (name, questions) => {
    const file = KIT_FILES.find((known) => known.name === name);
    if (!file) throw kitErrors.unknownFile();
    const key = `${name} ${questions.join()}`;
    const known = made.get(key) ?? make(file, questions);
    made.set(key, known);
    return known;
  };
}

async function make(file: KitFile, questions: readonly Question[]): Promise<MadeFile> {
  const body = await file.make(questions);
  return { file, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
