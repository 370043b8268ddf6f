import { describe, expect, it } from '@jest/globals';
import { comparableName } from '../application/comparable-name.js';
import { collisionsOf, findCollisions, type Participation } from './collisions.js';

function participation(
  number: string,
  name: string,
  ags: string | null,
  extra: Partial<Participation> = {},
): Participation {
  return {
    applicationId: `id-${number}`,
    applicationNumber: number,
    role: 'lead',
    name,
    ags,
    isWithdrawn: false,
    ...extra,
  };
}

describe('collisions', () => {
  it('show a body in two applications, as lead or as partner, by AGS or ARS', () => {
    const collisions = findCollisions([
      participation('B-001', 'Schwerte', '05978028'),
      participation('B-002', 'Dortmund', '05913000'),
      participation('B-002', 'Stadt Schwerte', '059780028028', { role: 'partner' }),
    ]);
    expect(collisions).toHaveLength(1);
    expect(collisions[0]).toMatchObject({ certainty: 'key', identity: '05978028' });
    expect(collisions[0]?.participations.map(({ applicationNumber }) => applicationNumber)).toEqual(['B-001', 'B-002']);
    expect(collisionsOf('id-B-001', collisions)).toHaveLength(1);
    expect(collisionsOf('id-B-003', collisions)).toHaveLength(0);
  });

  it('do not count a body twice in the same application, nor a withdrawn application', () => {
    expect(
      findCollisions([
        participation('B-001', 'Schwerte', '05978028'),
        participation('B-001', 'Schwerte', '05978028', { role: 'partner' }),
        participation('B-002', 'Schwerte', '05978028', { isWithdrawn: true }),
      ]),
    ).toEqual([]);
  });

  it('point to the same name where a key is missing, but trust two different keys', () => {
    const byName = findCollisions([
      participation('B-001', 'Stadt Musterau', '16077001'),
      participation('B-002', '  musterau', null, { role: 'partner' }),
    ]);
    expect(byName).toMatchObject([{ certainty: 'name', identity: 'musterau' }]);
    expect(
      findCollisions([participation('B-001', 'Berg', '09475112'), participation('B-002', 'Berg', '09188113')]),
    ).toEqual([]);
  });

  it('compare names without rank and case', () => {
    expect(comparableName('Landkreis  Hof ')).toBe('hof');
    expect(comparableName('Gemeinde Eichenzell')).toBe('eichenzell');
    expect(comparableName('Stadt')).toBe('stadt');
    expect(comparableName('Stadtallendorf')).toBe('stadtallendorf');
  });
});
