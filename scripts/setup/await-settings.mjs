/**
 * Loaded into the API by npm start: reads its modules, which takes most of its start, while the database still comes
 * up, and lets the program begin when the settings arrive.
 */
import { once } from 'node:events';

const [[settings]] = await Promise.all([
  once(process, 'message'),
  import(new URL('../../apps/api/dist/server.js', import.meta.url).href),
]);
Object.assign(process.env, settings);
