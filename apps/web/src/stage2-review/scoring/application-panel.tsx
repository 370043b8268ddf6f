import { FEDERAL_STATE_INFO, PHASE_LABELS, PORTFOLIO_GROUP_LABELS, SIZE_CLASS_INFO } from '@kuer/domain';
import type { ReactNode } from 'react';
import { GeneratedMark } from '../../shared/feedback/banner.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { Money } from '../../shared/layout/values.js';
import { type TabItem, Tabs } from '../../shared/overlay/tabs.js';
import type { Application } from '../review-api.js';
import { DocumentList } from './document-list.js';
import { sheetTexts } from './texts.js';

/** What is being reviewed: its text, its documents, and what else the page has to lay beside the sheet. */
export function ApplicationPanel({ application, more = [] }: { application: Application; more?: readonly TabItem[] }) {
  const t = useTexts(sheetTexts).application;
  const formats = useFormats();
  return (
    <Tabs
      label={t.text}
      param="beside"
      items={[
        { id: 'text', label: t.text, content: <ApplicationText application={application} /> },
        {
          id: 'documents',
          label: t.documents(formats.number(application.attachments.length)),
          content: <DocumentList callId={application.callId} attachments={application.attachments} />,
        },
        ...more,
      ]}
    />
  );
}

function ApplicationText({ application }: { application: Application }) {
  const t = useTexts(sheetTexts).application;
  const formats = useFormats();
  const label = useLabel();
  const { lead, partners, sizeClass, portfolioGroup, phase } = application;
  const mark = (field: string, value: ReactNode): ReactNode =>
    application.generatedFields.includes(field) ? (
      <>
        {value} <GeneratedMark />
      </>
    ) : (
      value
    );
  return (
    <div className="kuer-stack">
      <h2 className="kern-heading-medium">
        {application.title} {application.isGenerated && <GeneratedMark />}
      </h2>
      {application.motto && <p className="kuer-strong">{mark('motto', application.motto)}</p>}
      <div className="kuer-prose">
        <h3 className="kern-heading-small">{t.summary}</h3>
        {(application.summary ?? '–').split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="kuer-written" lang="de">
            {paragraph}
          </p>
        ))}
        {application.generatedFields.includes('summary') && <GeneratedMark />}
      </div>
      <h3 className="kern-heading-small">{t.facts}</h3>
      <DescriptionList
        items={[
          { term: t.lead, value: lead?.name ?? application.leadName },
          partners.length > 0 && { term: t.partners, value: partners.map(({ name }) => name).join(', ') },
          { term: t.states, value: application.federalStates.map((one) => label(FEDERAL_STATE_INFO[one])).join(', ') },
          { term: t.sizeClass, value: sizeClass && mark('sizeClass', label(SIZE_CLASS_INFO[sizeClass].label)) },
          { term: t.group, value: portfolioGroup && label(PORTFOLIO_GROUP_LABELS[portfolioGroup]) },
          { term: t.phase, value: phase && mark('phase', label(PHASE_LABELS[phase])) },
          { term: t.population, value: mark('population', formats.number(application.population)) },
          { term: t.funding, value: mark('fundingRequested', <Money value={application.fundingRequested} />) },
          application.themes.length > 0 && { term: t.themes, value: mark('themes', application.themes.join(', ')) },
        ]}
      />
    </div>
  );
}
