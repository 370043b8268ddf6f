import { OUTCOMES } from '@kuer/domain';
import { Flag, Id, Many, OneOf, Text, Texts, Time, Whole } from '../fields.js';

export class DecisionItem {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  number: string;
  @Flag()
  isRecused: boolean;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 80, nullable: true })
  portfolioGroup: string | null;
  @OneOf(OUTCOMES, { name: 'DecisionOutcome' })
  outcome: (typeof OUTCOMES)[number];
  @Whole({ nullable: true, description: 'Place on the reserve list of its portfolio group.' })
  reserveRank: number | null;
  @Texts({ max: 2000, description: 'Why, in words.' })
  reasons: string[];
}

export class DecisionResponse {
  @Id()
  id: string;
  @Id()
  callId: string;
  @Whole()
  number: number;
  @Id({ nullable: true })
  supersedesId: string | null;
  @Id()
  bundleId: string;
  @Id()
  motionId: string;
  @Time()
  decidedAt: string;
  @Time({ nullable: true })
  publishedAt: string | null;
  @Text({ max: 4000, nullable: true })
  reason: string | null;
  @Many(() => DecisionItem)
  items: DecisionItem[];
  @Texts({ max: 60 })
  abilities: string[];
}

export class OverviewProject {
  @Text({ max: 300 })
  leadName: string;
  @Text({ max: 500, description: 'The line as it is printed, as "Dortmund mit".' })
  heading: string;
  @Texts({ max: 300, description: 'Partner lines as they are printed.' })
  partners: string[];
  @Text({ max: 300 })
  title: string;
  @Text({ max: 500, nullable: true })
  motto: string | null;
  @Text({ max: 80 })
  sizeClass: string;
  @Texts({ max: 2 })
  federalStates: string[];
  @Text({ max: 1, nullable: true })
  phase: string | null;
  @Text({ max: 20_000, nullable: true })
  summary: string | null;
}

export class OverviewGroup {
  @Text({ max: 80 })
  key: string;
  @Text({ max: 200 })
  name: string;
  @Many(() => OverviewProject)
  projects: OverviewProject[];
}

export class OverviewResponse {
  @Id()
  callId: string;
  @Text({ max: 300 })
  title: string;
  @Text({ max: 100, nullable: true })
  round: string | null;
  @Time()
  publishedAt: string;
  @Whole({ description: 'Applications in all.' })
  applications: number;
  @Whole()
  selected: number;
  @Flag()
  hasGeneratedData: boolean;
  @Many(() => OverviewGroup)
  groups: OverviewGroup[];
}

export class OverviewListItem {
  @Id()
  callId: string;
  @Text({ max: 300 })
  title: string;
  @Time()
  publishedAt: string;
}
export class OverviewsResponse {
  @Many(() => OverviewListItem)
  items: OverviewListItem[];
}

export class OverviewQuery {
  @OneOf(['html', 'pdf', 'json'], {
    optional: true,
    description: 'Left out: by the Accept header; json where that says nothing.',
  })
  format?: 'html' | 'pdf' | 'json';
}
