/** What a district is asked once its file is accepted: about the work, never about a student. */

/** The five questions with their answers, in the order they are shown. */
export const REVIEW_QUESTIONS = {
  took: ['an_hour', 'half_a_day', 'a_day', 'longer'],
  hardest: ['export', 'columns', 'rows', 'answers', 'upload', 'nothing'],
  guide: ['clear', 'mostly', 'unclear', 'unread'],
  uneasy: ['no', 'a_little', 'yes'],
  again: ['yes', 'if_easier', 'no'],
} as const;

export type ReviewQuestion = keyof typeof REVIEW_QUESTIONS;
export type ReviewCode<Q extends ReviewQuestion = ReviewQuestion> = (typeof REVIEW_QUESTIONS)[Q][number];
export type ReviewAnswers = { readonly [Q in ReviewQuestion]?: ReviewCode<Q> };
export const REVIEW_KEYS = Object.keys(REVIEW_QUESTIONS) as readonly ReviewQuestion[];

/** The answers to a question, in order. */
export function answersTo(question: ReviewQuestion): readonly ReviewCode[] {
  return REVIEW_QUESTIONS[question];
}

/** What a coordinator takes up: an answer to a question, or what was written. */
export const REVIEW_SUBJECTS = [...REVIEW_KEYS, 'words'] as const;
export type ReviewSubject = (typeof REVIEW_SUBJECTS)[number];

export const MOST_WORDS = 2_000;
export const MOST_CHANGES = 20;
export const MOST_OF_A_CHANGE = 300;
