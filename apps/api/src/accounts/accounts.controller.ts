import { AccountPage, AccountQuery, AccountResponse, CreateAccountRequest, UpdateAccountRequest } from '@kuer/contract';
import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../auth/permission.js';
import { Answers } from '../http/answers.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(@Inject(AccountsService) private readonly service: AccountsService) {}

  @Get()
  @Permission('account.read')
  @Answers(AccountPage)
  @ApiOperation({ summary: 'Accounts', description: 'Sorted by displayName (default), email or createdAt.' })
  list(@Query() query: AccountQuery): Promise<AccountPage> {
    return this.service.list(query);
  }

  @Post()
  @Permission('account.write')
  @Answers(AccountResponse, { status: 201 })
  @ApiOperation({ summary: 'Create an account with an initial password' })
  create(@Body() body: CreateAccountRequest): Promise<AccountResponse> {
    return this.service.create(body);
  }

  @Patch(':id')
  @Permission('account.write')
  @Answers(AccountResponse)
  @ApiOperation({ summary: 'Change, disable or enable an account; only what is sent is changed' })
  update(@Param('id', UuidPipe) id: string, @Body() body: UpdateAccountRequest): Promise<AccountResponse> {
    return this.service.update(id, body);
  }
}
