import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { appWith } from '../app.module.js';
import { GLOBAL_PREFIX, PREFIX_EXCEPTIONS } from '../http/configure-app.js';
import { openApiDocument } from '../http/openapi.js';
import { toolSettings } from '../settings.js';

// Prints the OpenAPI document. Needs no database: the routes say it all.
const app = await NestFactory.create<NestExpressApplication>(
  appWith(toolSettings('postgres://nobody@localhost/none'), { connects: false }),
  {
    logger: ['error', 'warn'],
    abortOnError: false,
  },
);
app.setGlobalPrefix(GLOBAL_PREFIX, { exclude: PREFIX_EXCEPTIONS });
await app.init();
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
