/** The persons of the demo, as docs and tests know them. All at demo.example, all with the same password. */
const PERSONS = [
  ['koordination', 'runs the call; koordination2 is the second pair of eyes'],
  ['pruefung1', 'examines applications; with pruefung2 for what two must decide'],
  ['gutachten01', 'reviews; to gutachten20'],
  ['jury01', 'jury; to jury09'],
  ['vorsitz', 'chairs the jury'],
  ['revision', 'audits: sees the trail, changes nothing'],
  ['admin', 'looks after accounts and sees no application'],
];

export function describeLogins(password) {
  const width = Math.max(...PERSONS.map(([name]) => name.length)) + '@demo.example'.length;
  const lines = PERSONS.map(([name, what]) => `  ${`${name}@demo.example`.padEnd(width)}  ${what}`);
  return `Sign in as one of these, with the password  ${password}\n${lines.join('\n')}`;
}
