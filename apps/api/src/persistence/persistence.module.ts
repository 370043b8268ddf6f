import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../settings.js';
import { dataSourceOptions } from './data-source.js';
import { SETTINGS } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

@Module({})
export class PersistenceModule {}

/** The connection to the database and the unit of work, for everybody. `connects: false` leaves the connection closed. */
export const persistenceWith = (settings: Settings, { connects }: { connects: boolean }): DynamicModule => ({
  module: PersistenceModule,
  global: true,
  imports: [
    TypeOrmModule.forRoot({
      ...dataSourceOptions(settings),
      autoLoadEntities: true,
      manualInitialization: !connects,
      // One try: whoever starts the server is told at once that the database cannot be reached.
      retryAttempts: 1,
    }),
  ],
  providers: [UnitOfWork, { provide: SETTINGS, useValue: settings }],
  exports: [UnitOfWork, SETTINGS],
});
