import { ChangePasswordRequest, LoginRequest, MeResponse, TokenResponse } from '@kuer/contract';
import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { Answers, AnswersNothing } from '../http/answers.js';
import { SETTINGS } from '../persistence/tokens.js';
import type { Settings } from '../settings.js';
import { AuthService, type Session } from './auth.service.js';
import { OwnAccount, Public, WithoutTransaction } from './permission.js';
import { REFRESH_TOKEN_SECONDS } from './refresh-sessions.js';
import { type SignedIn, signedInAccount } from './signed-in.js';

const COOKIE = 'kuer_refresh';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(AuthService) private readonly service: AuthService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('login')
  @Public()
  @WithoutTransaction()
  @Answers(TokenResponse)
  @ApiOperation({
    summary: 'Sign in',
    description: 'Sets the refresh cookie. Too many wrong tries: 429 with Retry-After.',
  })
  async login(
    @Body() body: LoginRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenResponse> {
    return this.hand(await this.service.signIn(body, addressOf(request)), response);
  }

  @Post('refresh')
  @Public()
  @WithoutTransaction()
  @Answers(TokenResponse)
  @ApiOperation({
    summary: 'Get a new access token for the refresh cookie',
    description: 'The cookie is replaced; a used one that comes again ends the session.',
  })
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<TokenResponse> {
    try {
      return this.hand(await this.service.refresh(refreshTokenOf(request)), response);
    } catch (error) {
      response.clearCookie(COOKIE, this.cookie());
      throw error;
    }
  }

  @Post('logout')
  @Public()
  @WithoutTransaction()
  @AnswersNothing()
  @ApiOperation({ summary: 'Sign out' })
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    response.clearCookie(COOKIE, this.cookie());
    await this.service.signOut(refreshTokenOf(request));
  }

  @Get('me')
  @OwnAccount()
  @Answers(MeResponse)
  @ApiOperation({ summary: 'The account that is signed in, and its roles per call' })
  me(): Promise<MeResponse> {
    return this.service.me();
  }

  @Post('password')
  @OwnAccount()
  @WithoutTransaction()
  @AnswersNothing()
  @ApiOperation({ summary: 'Change the own password', description: 'Ends all other sessions of the account.' })
  async password(@Body() body: ChangePasswordRequest, @Req() request: Request): Promise<void> {
    await this.service.changePassword(body, signedInAccount(request) as SignedIn, addressOf(request));
  }

  private hand(session: Session, response: Response): TokenResponse {
    response.cookie(COOKIE, session.refreshToken, { ...this.cookie(), maxAge: REFRESH_TOKEN_SECONDS * 1000 });
    return session.answer;
  }

  private cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', secure: this.settings.secureCookies, path: '/api/v1/auth' };
  }
}

const addressOf = (request: Request): string => request.ip ?? '';

const refreshTokenOf = (request: Request): string | undefined => {
  const value: unknown = request.cookies?.[COOKIE];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
