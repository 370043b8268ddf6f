import type { AddressInfo } from 'node:net';
import { ConsoleLogger, Logger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { appWith } from './app.module.js';
import { prepareApp } from './http/configure-app.js';
import { checkDatabase, DatabaseProblem } from './persistence/check-database.js';
import { readSettings, type Settings, SettingsError } from './settings.js';

/** Starts the server, or says in one sentence why it cannot and ends with a code other than 0. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const settings = readSettings(environment);
    await checkDatabase(settings.databaseUrl);
    const app = await createApp(settings);
    await listen(app, settings);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof DatabaseProblem || error instanceof PortProblem))
      throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** The whole application, ready to listen. */
export async function createApp(settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(appWith(settings), {
    bodyParser: false,
    logger: levelsOf(settings.isProduction),
    abortOnError: false,
  });
  await prepareApp(app, settings);
  return app;
}

class PortProblem extends Error {}

const levelsOf = (isProduction: boolean): LogLevel[] => (isProduction ? ['error', 'warn', 'log'] : ['error', 'warn']);

async function listen(app: NestExpressApplication, { port, host, isProduction }: Settings): Promise<void> {
  // Nest would log the failure at length before it hands it over; here it becomes one sentence.
  app.useLogger(false);
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await app.close();
    if (code === 'EADDRINUSE')
      throw new PortProblem(`Port ${port} is taken by another program; end it, or set PORT to another one.`);
    if (code === 'EACCES')
      throw new PortProblem(`Port ${port} needs rights that this user does not have; set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new PortProblem(`KUER_HOST is ${host}, and this machine has no such address.`);
    throw error;
  }
  // A logger, not its levels alone: levels are those of one that is there, and it was taken away.
  app.useLogger(new ConsoleLogger({ logLevels: levelsOf(isProduction) }));
  const address = app.getHttpServer().address() as AddressInfo;
  new Logger('Kür').log(`Listening on ${address.address}:${address.port}`);
}
