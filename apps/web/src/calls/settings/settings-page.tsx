import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.js';
import { useCall, useCallId } from '../../api/me.js';
import { StatusBadge } from '../../shared/feedback/badge.js';
import { Banner } from '../../shared/feedback/banner.js';
import { Loaded } from '../../shared/feedback/states.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { Tabs } from '../../shared/overlay/tabs.js';
import { CatalogueForm } from './catalogue-form.js';
import { CorridorsForm } from './corridors-form.js';
import { GeneralForm } from './general-form.js';
import { settingsTexts } from './texts.js';

/** Settings and catalogue of a call: edited while it is a draft, read by everybody of the call afterwards. */
export default function SettingsPage() {
  const t = useTexts(settingsTexts);
  const callId = useCallId();
  const call = useCall(callId);
  const catalogue = useQuery({
    queryKey: ['calls', callId, 'catalogue'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/catalogue', { params: { path: { callId } }, signal })),
  });
  return (
    <Page>
      <PageHeader title={t.title} badges={call.data && <StatusBadge kind="call" state={call.data.state} />}>
        {call.data && <p>{call.data.title}</p>}
      </PageHeader>
      <Loaded query={call}>
        {(data) => {
          const mayWrite = data.abilities.includes('call.write');
          // A save gives a new version: the forms begin anew from what is stored.
          const key = String(data.version);
          return (
            <>
              <Banner title={data.state === 'draft' ? t.draft : t.fixed} />
              <Tabs
                label={t.title}
                items={[
                  {
                    id: 'general',
                    label: t.tabs.general,
                    content: <GeneralForm key={key} call={data} mayWrite={mayWrite} />,
                  },
                  {
                    id: 'catalogue',
                    label: t.tabs.catalogue,
                    content: (
                      <Loaded query={catalogue}>
                        {(found) => <CatalogueForm key={found.version} catalogue={found} mayWrite={mayWrite} />}
                      </Loaded>
                    ),
                  },
                  {
                    id: 'corridors',
                    label: t.tabs.corridors,
                    content: <CorridorsForm key={key} call={data} mayWrite={mayWrite} />,
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
