import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appWith } from '../app.module.js';
import { checkDatabase } from '../persistence/check-database.js';
import { toolSettings } from '../settings.js';

/** The services of the API without HTTP, for programs on the command line. Close it when done. */
export async function openApp(databaseUrl: string): Promise<INestApplicationContext> {
  await checkDatabase(databaseUrl);
  return NestFactory.createApplicationContext(appWith(toolSettings(databaseUrl)), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}
