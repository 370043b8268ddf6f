export function runProcedure(options: {
  baseUrl: string;
  password: string;
}): Promise<{ table: string; requests: number; reviews: number; selected: number }>;
