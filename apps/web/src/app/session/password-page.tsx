import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { Button } from '../../shared/controls/button.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Form } from '../../shared/form/form.js';
import { TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { paths } from '../../shared/paths.js';
import { appTexts } from '../texts.js';

interface Values {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

const MIN_LENGTH = 12;

export default function PasswordPage() {
  const { changePassword: t, home } = useTexts(appTexts);
  const toasts = useToasts();
  const navigate = useNavigate();
  const email = useMe().data?.email ?? '';
  const form = useServerForm<Values>({
    defaultValues: { currentPassword: '', newPassword: '', repeated: '' },
    submit: ({ currentPassword, newPassword }) =>
      unwrap(api.POST('/api/v1/auth/password', { body: { currentPassword, newPassword } })),
    onSaved: () => {
      toasts.success(t.done, t.doneText);
      void navigate(paths.home);
    },
  });
  return (
    <Page>
      <PageHeader title={t.title} breadcrumbs={[{ label: home, to: paths.home }]} />
      <Form form={form}>
        {/* For password managers: whose password it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          {...form.field('currentPassword', { label: t.current, required: true })}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          {...form.field('newPassword', {
            label: t.next,
            required: true,
            rules: { minLength: { value: MIN_LENGTH, message: t.tooShort } },
          })}
          hint={t.nextHint}
          type="password"
          autoComplete="new-password"
        />
        <TextField
          {...form.field('repeated', {
            label: t.repeat,
            required: true,
            rules: { validate: (value, values) => value === values.newPassword || t.differs },
          })}
          type="password"
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.submit}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
