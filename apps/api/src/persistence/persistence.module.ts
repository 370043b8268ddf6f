import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../settings.js';
import { dataSourceOptions } from './data-source.js';
import { SETTINGS } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

@Module({})
export class PersistenceModule {
  /** `connects: false` describes the API without a database (OpenAPI on the command line). */
  static with(settings: Settings, { connects }: { connects: boolean }): DynamicModule {
    return {
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
    };
  }
}
