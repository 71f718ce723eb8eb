// Loaded before the command where `beside.js` started it: asks it to stop once that process is gone, and ends it if it does not.
const LIMIT_MS = 30_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), LIMIT_MS).unref();
});
// The command ends when its work does, whether or not somebody listens.
process.channel?.unref();
