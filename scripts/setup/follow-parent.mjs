/**
 * Loaded into the API by npm start: the API ends with whoever started it, even when that was killed and could say
 * nothing. The channel between the two closes by itself then.
 */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
process.channel?.unref();
