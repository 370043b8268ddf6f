import {
  FEDERAL_STATE_INFO,
  type FederalState,
  PHASE_LABELS,
  type Phase,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, download, unwrap } from '../api/client.js';
import { isApiProblem } from '../api/problem.js';
import type { Schema } from '../api/types.js';
import { TileMap } from '../shared/charts/tile-map.js';
import { Button } from '../shared/controls/button.js';
import { Banner } from '../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../shared/feedback/states.js';
import { useFormats, useLocale, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { PrintButton } from '../shared/layout/values.js';
import { saveFile } from '../shared/table/csv.js';
import './overview.css';
import { publicationTexts } from './texts.js';

type Overview = Schema<'OverviewResponse'>;
type Project = Schema<'OverviewProject'>;

/** The public overview: everybody may read it once the decision is published. */
export default function OverviewPage() {
  const t = useTexts(publicationTexts);
  const { callId = '' } = useParams();
  const overview = useQuery({
    queryKey: ['overview', callId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/overview', {
          params: { path: { callId }, query: { format: 'json' } },
          signal,
        }),
      ),
  });
  const isNone = isApiProblem(overview.error) && overview.error.status === 404;
  if (isNone) {
    return (
      <Page>
        <PageHeader title={t.overviewHeading} />
        <EmptyState title={t.overviewNone} />
      </Page>
    );
  }
  return (
    <Page>
      {!overview.data && <PageHeader title={t.overviewHeading} />}
      <Loaded query={overview}>{(data) => <Content overview={data as Overview} />}</Loaded>
    </Page>
  );
}

function Content({ overview }: { overview: Overview }) {
  const t = useTexts(publicationTexts);
  const formats = useFormats();
  const counts: Record<string, number> = {};
  for (const project of overview.groups.flatMap(({ projects }) => projects)) {
    for (const state of project.federalStates) counts[state] = (counts[state] ?? 0) + 1;
  }
  return (
    <>
      <PageHeader
        title={overview.title}
        actions={
          <>
            <Pdf callId={overview.callId} />
            <PrintButton />
          </>
        }
      >
        <p>
          {t.overviewHeading}.{' '}
          {t.overviewSummary(formats.number(overview.selected), formats.number(overview.applications))}{' '}
          {t.overviewPublished(formats.dateLong(overview.publishedAt))}
        </p>
      </PageHeader>
      {overview.hasGeneratedData && <Banner title={t.generated} />}
      {overview.groups.map((group) => (
        <section key={group.key} className="kuer-stack kuer-stack--tight" aria-labelledby={group.key}>
          <h2 className="kern-heading-medium" id={group.key}>
            {group.name} ({formats.number(group.projects.length)})
          </h2>
          <ul className="kuer-list-plain kuer-overview">
            {group.projects.map((project) => (
              <ProjectCard key={project.heading} project={project} />
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="by-state">
        <h2 className="kern-heading-medium" id="by-state">
          {t.states}
        </h2>
        <TileMap title={t.states} unit={t.projects} values={counts} />
      </section>
    </>
  );
}

function ProjectCard({ project }: { project: Project }) {
  const locale = useLocale();
  const facts = [
    SIZE_CLASS_INFO[project.sizeClass as SizeClass]?.label[locale] ?? project.sizeClass,
    project.federalStates.map((code) => FEDERAL_STATE_INFO[code as FederalState]?.[locale] ?? code).join(' – '),
    project.phase ? PHASE_LABELS[project.phase as Phase][locale] : null,
  ].filter(Boolean);
  return (
    <li className="kuer-overview__project">
      <h3 className="kern-heading-small">{project.heading}</h3>
      {project.partners.length > 0 && (
        <ul className="kuer-overview__partners">
          {project.partners.map((partner) => (
            <li key={partner}>{partner}</li>
          ))}
        </ul>
      )}
      <p className="kuer-strong">{project.title}</p>
      {project.motto && <p>{project.motto}</p>}
      <p className="kuer-small kuer-muted">{facts.join(' · ')}</p>
      {project.summary && <p className="kuer-small">{project.summary}</p>}
    </li>
  );
}

function Pdf({ callId }: { callId: string }) {
  const t = useTexts(publicationTexts);
  const save = useMutation({
    mutationFn: async () => {
      const { blob, fileName } = await download(`/api/v1/calls/${callId}/overview?format=pdf`);
      saveFile(blob, fileName ?? 'overview.pdf');
    },
  });
  return (
    <Button icon="download" busy={save.isPending} onClick={() => save.mutate()}>
      {t.pdf}
    </Button>
  );
}
