import { Flag, Id, Json, Many, Text, Texts } from '../fields.js';

/** The decision file of one application, in words and facts. */
export class DossierSection {
  @Text({ max: 40 })
  key: string;
  @Text({ max: 200 })
  title: string;
  @Texts({ max: 4000 })
  sentences: string[];
  @Json()
  facts: Record<string, unknown>;
  @Texts({ max: 40, description: 'Numbers of the audit events this rests on.' })
  events: string[];
}
export class DossierResponse {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  number: string;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 40 })
  state: string;
  @Flag()
  complete: boolean;
  @Texts({ max: 500, description: 'What is missing so far, in words.' })
  missing: string[];
  @Many(() => DossierSection)
  sections: DossierSection[];
}
