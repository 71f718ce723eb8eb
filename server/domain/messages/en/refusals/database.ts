/** What the database and its failures mean to whoever asked. */
export const databaseRefusals = {
  'database.gone': 'The database cannot be reached just now. It comes back by itself: try again in half a minute.',
  'database.gone/command': ({ reason }: { reason: string }) =>
    `The database cannot be reached, or ended the connection: ${reason}. What was being written is undone as a whole; see that the database runs, then give the command once more.`,
  'database.busy': 'The database is busy with other work, such as loading a file. Try again in a few seconds.',
  'database.slow': 'This took longer than an answer is waited for, and was ended. Try again, or ask for less at once.',
  'database.held': ({ folder, pid }: { folder: string; pid: number }) =>
    `The embedded database in ${folder} is held by process ${pid}, which does not answer. End that process (kill ${pid}), then give the command once more.`,
  'database.ended': ({ folder, code, lastWords }: { folder: string; code: string; lastWords: string }) =>
    `The embedded database in ${folder} did not open: its process ended (${code}). Its last words:\n${lastWords}`,
  'database.not-started': 'not started',
  'request.value': 'A value of this request is none that the database can hold. /docs says what is taken.',
  'request.conflict': 'Somebody else changed the same thing at the same moment. Read it anew, then try again.',
};
