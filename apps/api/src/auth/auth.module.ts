import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Access } from './access.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { BookKeeping } from './book-keeping.js';
import { JwtGuard } from './jwt.guard.js';
import { JwtStrategy } from './jwt.strategy.js';
import { Passwords } from './passwords.js';
import { RefreshSessions } from './refresh-sessions.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { SignInRecords } from './sign-in-records.js';
import { Tokens } from './tokens.js';

@Global()
@Module({
  imports: [JwtModule.register({}), PassportModule],
  controllers: [AuthController],
  providers: [
    Access,
    AuthService,
    BookKeeping,
    JwtStrategy,
    Passwords,
    RefreshSessions,
    SignInLimiter,
    SignInRecords,
    Tokens,
    { provide: APP_GUARD, useClass: JwtGuard },
  ],
  exports: [Access, BookKeeping, Passwords, RefreshSessions, SignInRecords],
})
export class AuthModule {}
