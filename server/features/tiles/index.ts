export { buildArchive } from './archive.ts';
export { archiveCommand } from './commands.ts';
export { tileRoutes } from './routes.ts';
