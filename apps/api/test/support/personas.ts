/** The people of the tests. Each has one trade; what they may do in a call is said where the call is made. */
export const PERSONAS = {
  'admin@demo.example': { name: 'Ada Adler', isAdministrator: true },
  'koordination@demo.example': { name: 'Konrad Oswald' },
  'koordination2@demo.example': { name: 'Karla Ostertag' },
  'pruefung1@demo.example': { name: 'Petra Rüfer' },
  'pruefung2@demo.example': { name: 'Paul Rühl' },
  'gutachten01@demo.example': { name: 'Greta Achten' },
  'gutachten02@demo.example': { name: 'Gustav Uhland' },
  'gutachten03@demo.example': { name: 'Gabi Unruh' },
  'gutachten04@demo.example': { name: 'Georg Umbach' },
  'jury01@demo.example': { name: 'Julia Rynek' },
  'jury02@demo.example': { name: 'Jonas Rittmann' },
  'jury03@demo.example': { name: 'Jana Ruland' },
  'vorsitz@demo.example': { name: 'Viola Orsolin' },
  'revision@demo.example': { name: 'Renate Visier' },
  /** Signed in, and nothing anywhere. */
  'fremd@demo.example': { name: 'Frida Emden' },
  /** Is coordinator of the first call, so that there is somebody who may announce further ones. */
  'gruendung@demo.example': { name: 'Gerda Ründer' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly isAdministrator?: boolean }>>;

export type Persona = keyof typeof PERSONAS;

/** Strong enough for the rules, and the same for everybody. */
export const PASSWORD = 'Tal-Ampel-Kies-Otter';
