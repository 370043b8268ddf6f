import type { Client } from 'pg';

type Passwords = Record<'owner' | 'app' | 'verifier' | 'backup', string>;
type Urls = Record<'ownerUrl' | 'appUrl' | 'verifierUrl' | 'backupUrl', string>;

export function prepareDatabase(superuserUrl: string, name: string, passwords: Passwords): Promise<Urls>;
export function grantDatabase(client: Client, name: string): Promise<void>;
export function databaseUrls(serverUrl: string, name: string, passwords: Passwords): Urls;
export function urlFor(serverUrl: string, parts: { user?: string; password?: string; database: string }): string;
export function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result>;
