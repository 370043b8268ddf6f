import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@kuer/testing';
import { Controller, Get, Module } from '@nestjs/common';
import { Public } from '../../src/auth/permission.js';
import { startApi } from '../support/start-api.js';

@Controller('forgotten')
class ForgottenController {
  @Get('declared')
  @Public()
  declared(): object {
    return {};
  }

  @Get('undeclared')
  undeclared(): object {
    return {};
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('A route that declares no permission', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('keeps the API from starting, and is named', async () => {
    await expect(startApi({ only: [ForgottenModule], database, settings: {} })).rejects.toThrow(
      'No permission is declared on ForgottenController.undeclared; add @Permission(…), @OwnAccount() or @Public()',
    );
  });
});
