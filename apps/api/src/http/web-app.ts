import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

const ONE_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the built web app from `root`: files under /assets carry a hash in their name and are kept for a year, everything else is
 * asked for again. Addresses of the web app's own router get index.html; addresses under /api never do.
 */
export function serveWebApp(app: NestExpressApplication, root: string): void {
  const index = join(resolve(root), 'index.html');
  if (!existsSync(index))
    throw new Error(`KUER_WEB_ROOT is ${root}, but there is no index.html in it; build the web app first.`);
  app.useStaticAssets(resolve(root), {
    index: false,
    redirect: false,
    setHeaders: (response: Response, path: string) => {
      response.setHeader('Cache-Control', path.includes(`${join(resolve(root), 'assets')}/`) ? ONE_YEAR : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !isApi(request.path) && !/\.\w+$/.test(request.path);
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index, { cacheControl: false, etag: true });
  });
}

export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');
