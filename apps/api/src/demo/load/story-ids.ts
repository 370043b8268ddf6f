import type { PersonaKey } from '../personas.js';

/** Ids of what the story has made so far, by names such as `application B-012`. */
export class StoryIds {
  private readonly made = new Map<string, string>();

  constructor(private readonly accounts: ReadonlyMap<PersonaKey, string>) {}

  account(person: PersonaKey): string {
    const id = this.accounts.get(person);
    if (!id) throw new Error(`${person} has no account`);
    return id;
  }

  personOf(accountId: string): PersonaKey {
    for (const [person, id] of this.accounts) if (id === accountId) return person;
    throw new Error(`${accountId} is nobody of the demo`);
  }

  of(name: string): string {
    const id = this.made.get(name);
    if (!id) throw new Error(`The story has made no ${name}`);
    return id;
  }

  get call(): string {
    return this.of('call');
  }

  application(number: string): string {
    return this.of(`application ${number}`);
  }

  set(name: string, id: string): void {
    this.made.set(name, id);
  }

  /** Takes over what an earlier run made. */
  restore(made: Readonly<Record<string, string>>): void {
    for (const [name, id] of Object.entries(made)) this.made.set(name, id);
  }

  /** What was set since the mark. */
  since(mark: number): Record<string, string> {
    return Object.fromEntries([...this.made].slice(mark));
  }

  get mark(): number {
    return this.made.size;
  }

  /** Forgets what was set since the mark: the transaction that made it is done once more. */
  forgetSince(mark: number): void {
    for (const name of [...this.made.keys()].slice(mark)) this.made.delete(name);
  }
}
