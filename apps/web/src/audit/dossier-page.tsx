import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, unwrap } from '../api/client.js';
import { useCallId } from '../api/me.js';
import { LinkButton } from '../shared/controls/button.js';
import { StatusBadge } from '../shared/feedback/badge.js';
import { Banner } from '../shared/feedback/banner.js';
import { Loaded } from '../shared/feedback/states.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { PrintButton } from '../shared/layout/values.js';
import { paths } from '../shared/paths.js';
import { auditTexts } from './texts.js';

const MOST_EVENTS = 12;

/** „Warum (nicht) ausgewählt?“: the way of one application through the procedure, in words, on one page. */
export default function DossierPage() {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const callId = useCallId();
  const { applicationId = '' } = useParams();
  const dossier = useQuery({
    queryKey: ['applications', applicationId, 'dossier'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/applications/{id}/dossier', { params: { path: { id: applicationId } }, signal })),
  });
  return (
    <Page>
      {!dossier.data && <PageHeader title={t.dossier} />}
      <Loaded query={dossier}>
        {(data) => (
          <>
            <PageHeader
              title={t.dossierOf(data.number)}
              breadcrumbs={[{ label: t.title, to: paths.trail(callId) }]}
              badges={<StatusBadge kind="application" state={data.state} />}
              actions={
                <>
                  <LinkButton to={paths.application(callId, applicationId)}>{t.toApplication}</LinkButton>
                  <PrintButton />
                </>
              }
            >
              <p>{[data.leadName, data.title].filter(Boolean).join(' – ')}</p>
            </PageHeader>
            <Banner
              tone={data.complete ? 'success' : 'warning'}
              title={data.complete ? t.dossierComplete : t.dossierIncomplete}
            >
              {data.missing.length > 0 && (
                <ul className="kuer-bullets">
                  {data.missing.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              )}
            </Banner>
            {data.sections.map((section) => (
              <Card key={section.key} title={section.title}>
                <div className="kuer-stack kuer-stack--tight">
                  {section.sentences.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  {section.events.length > 0 && (
                    <p className="kuer-small kuer-muted">
                      {t.events(
                        section.events.length > MOST_EVENTS
                          ? `${section.events.slice(0, MOST_EVENTS).join(', ')} …`
                          : formats.list(section.events),
                      )}
                    </p>
                  )}
                </div>
              </Card>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
