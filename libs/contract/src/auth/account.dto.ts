import { FEDERAL_STATES } from '@kuer/domain';
import { Email, Flag, Id, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './auth.dto.js';

const AGS = /^(\d{8}|\d{12})$/;

export class AccountQuery extends ListQuery {
  @Text({
    optional: true,
    max: 200,
    description: 'Part of the name or of the e-mail address.',
  })
  search?: string;
  @OneOf(['active', 'disabled'], { optional: true, name: 'AccountStatus' })
  status?: 'active' | 'disabled';
}

export class CreateAccountRequest {
  @Email()
  email: string;
  @Text({ max: 200 })
  displayName: string;
  @Text({
    min: PASSWORD_MIN_LENGTH,
    max: PASSWORD_MAX_LENGTH,
    description: 'To be handed over in person and changed at the first sign-in.',
  })
  initialPassword: string;
  @Flag({ optional: true })
  isAdministrator?: boolean;
  @Text({
    optional: true,
    nullable: true,
    max: 12,
    pattern: AGS,
    description: 'AGS of the municipality the person belongs to; conflicts are derived from it.',
  })
  municipalityAgs?: string | null;
  @Text({
    optional: true,
    nullable: true,
    max: 200,
    description: 'Employer; conflicts are derived from it.',
  })
  employer?: string | null;
  @OneOf(FEDERAL_STATES, {
    optional: true,
    nullable: true,
    name: 'FederalState',
  })
  homeState?: string | null;
  @Texts({ optional: true, max: 80, maxItems: 50 })
  expertise?: string[];
  @OneOf(['de', 'en'], { optional: true, name: 'Locale' })
  locale?: 'de' | 'en';
}

/** Only what is sent is changed. */
export class UpdateAccountRequest {
  @Whole({ min: 0 })
  version: number;
  @Text({ optional: true, max: 200 })
  displayName?: string;
  @Flag({ optional: true })
  isAdministrator?: boolean;
  @Flag({
    optional: true,
    description: 'A disabled account is signed out at once and cannot sign in.',
  })
  disabled?: boolean;
  @Text({
    optional: true,
    min: PASSWORD_MIN_LENGTH,
    max: PASSWORD_MAX_LENGTH,
    description: 'Sets a new initial password and ends all sessions of the account.',
  })
  initialPassword?: string;
  @Text({ optional: true, nullable: true, max: 12, pattern: AGS })
  municipalityAgs?: string | null;
  @Text({ optional: true, nullable: true, max: 200 })
  employer?: string | null;
  @OneOf(FEDERAL_STATES, {
    optional: true,
    nullable: true,
    name: 'FederalState',
  })
  homeState?: string | null;
  @Texts({ optional: true, max: 80, maxItems: 50 })
  expertise?: string[];
  @OneOf(['de', 'en'], { optional: true, name: 'Locale' })
  locale?: 'de' | 'en';
}

export class AccountResponse {
  @Id()
  id: string;
  @Email()
  email: string;
  @Text({ max: 200 })
  displayName: string;
  @Flag()
  isAdministrator: boolean;
  @Text({ nullable: true, max: 12 })
  municipalityAgs: string | null;
  @Text({ nullable: true, max: 200 })
  employer: string | null;
  @OneOf(FEDERAL_STATES, { nullable: true, name: 'FederalState' })
  homeState: string | null;
  @Texts({ max: 80 })
  expertise: string[];
  @OneOf(['de', 'en'], { name: 'Locale' })
  locale: 'de' | 'en';
  @Time({ nullable: true })
  disabledAt: string | null;
  @Whole({ min: 0 })
  version: number;
}

export class AccountPage extends pageOf(AccountResponse, 'AccountPageBase') {}
