/**
 * npm run procedure: a complete call with 86 applications and 172 reviews against a running server, with a table of times.
 * KUER_API_URL: the server (default http://localhost:3000). KUER_DEMO_PASSWORD: password of the demo accounts (default: the one kept by npm start).
 */
import { runProcedure } from './procedure/run-procedure.mjs';
import { runScript } from './setup/failure.mjs';
import { demoPassword } from './setup/secrets.mjs';

await runScript(async () => {
  const baseUrl = process.env.KUER_API_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
  const password = process.env.KUER_DEMO_PASSWORD ?? demoPassword('embedded');
  console.log(`A complete call at ${baseUrl}:`);
  const { table, requests, reviews, selected } = await runProcedure({ baseUrl, password });
  console.log(
    `\n${table}\n\n${reviews} reviews, ${selected} projects selected, ${requests} requests; the trail is intact.`,
  );
});
