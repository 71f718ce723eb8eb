import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { listen, stopAsked } from '../serve.ts';

export function serveCommand(run: RunCommand): Command {
  return new Command('serve').description('serve the API, the tiles and the map').action(() =>
    run(async (deps, progress) => {
      const asked = stopAsked();
      const server = await listen(deps);
      progress.print(phrase('running.at', { address: server.url }));
      await asked;
      progress.print(phrase('running.stopping'));
      await server.close();
    }),
  );
}
