export { archiveCommand } from './commands.ts';
export { tileRoutes } from './routes.ts';
