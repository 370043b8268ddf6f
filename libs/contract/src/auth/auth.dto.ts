import { CALL_STATES, ROLES } from '@kuer/domain';
import { Email, Flag, Id, Many, OneOf, SomeOf, Text, Whole } from '../fields.js';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

export class LoginRequest {
  @Email()
  email: string;
  @Text({ max: PASSWORD_MAX_LENGTH })
  password: string;
  @Text({
    optional: true,
    nullable: true,
    max: 20,
    description: 'One-time code; accounts have none for now, what is sent is not looked at.',
  })
  otp?: string | null;
}

export class TokenResponse {
  @Text({
    max: 4000,
    description: 'Bearer token for the Authorization header.',
  })
  accessToken: string;
  @Whole({
    min: 1,
    description: 'Seconds until it expires. The refresh cookie gets a new one.',
  })
  expiresIn: number;
}

export class ChangePasswordRequest {
  @Text({ max: PASSWORD_MAX_LENGTH })
  currentPassword: string;
  @Text({ min: PASSWORD_MIN_LENGTH, max: PASSWORD_MAX_LENGTH })
  newPassword: string;
}

export class CallRolesResponse {
  @Id()
  callId: string;
  @Text({ max: 300 })
  title: string;
  @OneOf(CALL_STATES, { name: 'CallState' })
  state: (typeof CALL_STATES)[number];
  @SomeOf(ROLES, { name: 'Role' })
  roles: (typeof ROLES)[number][];
}

/** The account that is signed in, and what it is in which call. */
export class MeResponse {
  @Id()
  id: string;
  @Email()
  email: string;
  @Text({ max: 200 })
  displayName: string;
  @OneOf(['de', 'en'], { name: 'Locale' })
  locale: 'de' | 'en';
  @Flag()
  isAdministrator: boolean;
  @Many(() => CallRolesResponse)
  calls: CallRolesResponse[];
}
