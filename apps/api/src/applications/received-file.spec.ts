import { describe, expect, it } from '@jest/globals';
import { fileNameOf } from './received-file.js';

const nameOf = (originalname: string): string => fileNameOf({ originalname, size: 0, buffer: Buffer.alloc(0) });

describe('the name of a received file', () => {
  it('is read as the UTF-8 that browsers send', () => {
    expect(nameOf(Buffer.from('Größe „Mitte“.pdf', 'utf8').toString('latin1'))).toBe('Größe „Mitte“.pdf');
  });

  it('stays as it is where it was Latin-1 after all, or was read rightly already', () => {
    expect(nameOf('Gr\u00f6\u00dfe.pdf')).toBe('Größe.pdf');
    expect(nameOf('Größe „Mitte“.pdf')).toBe('Größe „Mitte“.pdf');
  });

  it('holds no path and no control characters, has an end, and is never empty', () => {
    expect(nameOf('../../etc/passwd')).toBe('passwd');
    expect(nameOf('C:\\temp\\skizze\u0000.pdf\r\n')).toBe('skizze.pdf');
    expect(nameOf(`${'a'.repeat(400)}.pdf`)).toHaveLength(255);
    expect(nameOf(' / ')).toBe('datei');
  });
});
