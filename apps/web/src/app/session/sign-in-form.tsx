import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { session } from '../../api/browser-session.js';
import { api, unwrap } from '../../api/client.js';
import { isApiProblem } from '../../api/problem.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useProblemWords } from '../../shared/feedback/problem-words.js';
import { Checkbox } from '../../shared/form/choice-fields.js';
import { TextField } from '../../shared/form/text-field.js';
import { useTexts } from '../../shared/i18n/index.js';
import { appTexts } from '../texts.js';

interface Values {
  email: string;
  password: string;
  otp: string;
}

export interface SignInFormProps {
  /** Only this person can go on here. */
  email?: string;
  onSignedIn?(): void;
}

/** E-mail and password; the one-time code appears once the server asks for it. */
export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const t = useTexts(appTexts).session;
  const words = useProblemWords();
  const [problem, setProblem] = useState<unknown>(null);
  const [needsOtp, setNeedsOtp] = useState(false);
  const [isVisible, setVisible] = useState(false);
  const { register, handleSubmit, formState, setFocus, resetField } = useForm<Values>({
    defaultValues: { email: email ?? '', password: '', otp: '' },
  });
  const { errors, isSubmitting } = formState;

  useEffect(() => {
    if (needsOtp) setFocus('otp');
  }, [needsOtp, setFocus]);

  const submit = handleSubmit(async ({ email: address, password, otp }) => {
    setProblem(null);
    try {
      const body = { email: address.trim(), password, ...(needsOtp ? { otp: otp.trim() } : {}) };
      session.signedIn(await unwrap(api.POST('/api/v1/auth/login', { body })));
      onSignedIn?.();
    } catch (error) {
      const asksForCode = isApiProblem(error) && /OTP/.test(error.code);
      if (asksForCode) setNeedsOtp(true);
      else resetField('password');
      setProblem(error);
      if (!asksForCode) setFocus(needsOtp ? 'otp' : 'password');
    }
  });

  return (
    <form className="kuer-form" onSubmit={submit} noValidate>
      {problem !== null && <SignInProblem problem={problem} text={words(problem).cause} />}
      <TextField
        {...register('email', {
          required: t.emailMissing,
          pattern: { value: /^\S+@\S+\.\S+$/, message: t.emailInvalid },
        })}
        label={t.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
        readOnly={email !== undefined}
        error={errors.email?.message}
      />
      <div className="kuer-stack kuer-stack--tight">
        <TextField
          {...register('password', { required: t.passwordMissing })}
          label={t.password}
          type={isVisible ? 'text' : 'password'}
          autoComplete="current-password"
          autoFocus={email !== undefined}
          error={errors.password?.message}
        />
        <Checkbox label={t.showPassword} checked={isVisible} onChange={(event) => setVisible(event.target.checked)} />
      </div>
      {needsOtp && (
        <TextField
          {...register('otp', { required: t.otpMissing })}
          label={t.otp}
          hint={t.otpHint}
          short
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errors.otp?.message}
        />
      )}
      <div>
        <Button type="submit" variant="primary" busy={isSubmitting}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function SignInProblem({ problem, text }: { problem: unknown; text: string }) {
  const t = useTexts(appTexts).session;
  const wait = isApiProblem(problem) && problem.status === 429 ? problem.retryAfter : null;
  const time = wait === null ? null : wait < 90 ? t.seconds(wait) : t.minutes(Math.ceil(wait / 60));
  return (
    <Banner tone={time === null ? 'danger' : 'warning'} title={t.failed} announce>
      <p>{time === null ? text : t.tooMany(time)}</p>
    </Banner>
  );
}
