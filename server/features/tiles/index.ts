export { buildArchive } from './archive.ts';
export {
  ARCHIVE_QUEUE,
  type ArchiveJob,
  archivePath,
  ensureArchive,
  publishedIn,
  removeArchives,
} from './archives.ts';
export { archiveCommand } from './commands.ts';
export { tileRoutes } from './routes.ts';
