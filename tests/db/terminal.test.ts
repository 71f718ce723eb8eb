/** What commands write to standard output, in both languages. */
import { describe, expect, it, vi } from 'vitest';
import type { RunCommand } from '../../server/command.ts';
import { statusCommand } from '../../server/commands/status.ts';
import type { Language } from '../../server/domain/messages/language.ts';
import { tokenCommand } from '../../server/features/accounts/commands.ts';
import { disclosuresCommand } from '../../server/features/disclosures/commands.ts';
import { peopleCommand } from '../../server/features/people/commands.ts';
import { createRelease, withdrawRelease } from '../../server/features/releasing/index.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { refusal } from '../../server/platform/problem.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { smallStateDatabase } from '../support/database.ts';

const database = smallStateDatabase();

/** What a command writes, with times and random parts as they are. */
async function written(
  command: (run: RunCommand) => { parseAsync(args: string[], options: { from: 'user' }): Promise<unknown> },
  language: Language,
  args: string[] = [],
): Promise<string> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const run: RunCommand = (work) => work(database.deps, silentProgress, messagesIn(language));
    await command(run).parseAsync(args, { from: 'user' });
    return out.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    out.mockRestore();
  }
}

describe('the status', () => {
  it('is said in English and in Spanish: titles, kinds, filings, standings of releases and the secret', async () => {
    const { name } = await createRelease(database.deps, { name: 'Wrong one' });
    await withdrawRelease(database.deps.db, { release: name, reason: 'Typo.', by: 'Lee' });
    const english = await written(statusCommand, 'en');
    expect(english).toMatch(/^Database: \w+, PostGIS \d\S+\nLogins:\n {2}\S/);
    expect(english).toMatch(
      /\nPlaces:\n(?: {2}\d+ of kind [a-z ]+\n)+Filings:\n {2}FCC FCC .*, as of 20\d\d-\d\d-\d\d, revised 20/,
    );
    expect(english).toMatch(/\nHomes:\n {2}.*: \d+ districts, [\d,]+ homes, synthetic\n/);
    expect(english).toMatch(
      /"Wrong one", 20\S+; published \S+ by whoever runs the server; withdrawn \S+ by Lee, because: Typo\.\nJobs:\n/,
    );
    expect(english).toMatch(/\nServer secret: \S/);

    const spanish = await written(statusCommand, 'es');
    expect(spanish).toMatch(/^Base de datos: \w+, PostGIS \d\S+\nAccesos:\n {2}\S/);
    expect(spanish).toMatch(/\n {2}\d+ de tipo distrito escolar\n/);
    expect(spanish).toMatch(/\nInformes:\n {2}FCC FCC .*, al 20\d\d-\d\d-\d\d, revisado 20/);
    expect(spanish).toMatch(/\nViviendas:\n {2}.*: \d+ distritos, [\d,]+ viviendas, sintéticas\n/);
    expect(spanish).toMatch(
      /"Wrong one", 20\S+; publicada \S+ por quien opera el servidor; retirada \S+ por Lee, motivo: Typo\.\nTrabajos:\n/,
    );
    expect(spanish).toMatch(/\nSecreto del servidor: \S/);
    expect(spanish.split('\n')).toHaveLength(english.split('\n').length);
  });

  it('says why a job was refused in the language of whoever reads it', { timeout: 120_000 }, async () => {
    const jobs = await openJobs(database.deps.db, ['changes'], () => undefined);
    try {
      await database.deps.db.asOwner((tx) => jobs.send(tx, 'changes', {}));
      await jobs.work('changes', async () => {
        throw refusal('privacy.none', 404);
      });
      await expect
        .poll(() => written(statusCommand, 'es'), { timeout: 60_000, interval: 1_000 })
        .toContain(`se intentará de nuevo después de: ${messagesIn('es').phrases['privacy.none']}`);
      expect(await written(statusCommand, 'en')).toContain(
        `to be tried again after: ${messagesIn('en').phrases['privacy.none']}`,
      );
    } finally {
      await jobs.stop();
    }
  });
});

describe('links made and listed', () => {
  const wish = ['create', '--role', 'agency', '--state', '54', '--label', 'Lee'];

  it('are told in both languages, with the token alone on its line', async () => {
    expect(await written(tokenCommand, 'en', wish)).toMatch(
      /^token \d+, good until 20\S+; it is shown only now\ngapmap_\S+\nhttp\S+\n$/,
    );
    expect(await written(tokenCommand, 'es', wish)).toMatch(
      /^token \d+, válido hasta 20\S+; se muestra solo ahora\ngapmap_\S+\nhttp\S+\n$/,
    );
    const invited = ['invite', '--role', 'sea', '--organization', 'Agency', '--state', '54', '--label', 'Lee'];
    expect(await written(peopleCommand, 'en', invited)).toMatch(
      /^invitation \d+, good until 20\S+, once; its link is shown only now\nhttp\S+\n$/,
    );
    expect(await written(peopleCommand, 'es', invited)).toMatch(
      /^invitación \d+, válida hasta 20\S+, una vez; su enlace se muestra solo ahora\nhttp\S+\n$/,
    );
  });

  it('are listed in columns, with who holds them and whether they are good', async () => {
    await written(tokenCommand, 'en', wish);
    const id = /^ *(\d+) {2}agency 54 {11}good until 20\d\d-\d\d-\d\d {3}Lee$/m.exec(
      await written(tokenCommand, 'en', ['list']),
    )?.[1];
    expect(await written(tokenCommand, 'es', ['revoke', String(id)])).toBe(`el token ${id} está revocado\n`);
    expect(await written(tokenCommand, 'es', ['list'])).toMatch(
      /^ *\d+ {2}agencia 54 {10}revocado 20\d\d-\d\d-\d\d {6}Lee$/m,
    );
    expect(await written(disclosuresCommand, 'en')).toMatch(
      /, 20\d\d, at .* UTC +agency {7}Lee: a link to the agency/m,
    );
    expect(await written(disclosuresCommand, 'es')).toMatch(
      / 20\d\d, a las? .* UTC +agencia {7}Lee: a link to the agency/m,
    );
  });
});
