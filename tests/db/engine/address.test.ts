import { userInfo } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../db/engine/address.ts';

const read = (url: string) => {
  const address = parseAddress(url);
  return address.ok ? address.value : address.error;
};
const plain = { host: '127.0.0.1', port: 5433, user: 'postgres', database: 't1', sslMode: 'disable' };
const me = userInfo().username;

describe('an address of PostgreSQL', () => {
  test.each([
    ['postgres://postgres@127.0.0.1:5433/t1', plain],
    ['postgresql://postgres@127.0.0.1:5433/t1', plain],
    ['postgres://u:p%40ss%231%2Fok%25@127.0.0.1:5433/t1', { ...plain, user: 'u', password: 'p@ss#1/ok%' }],
    ['postgres://u:a:b@127.0.0.1:5433/t1', { ...plain, user: 'u', password: 'a:b' }],
    ['postgres://postgres@[::1]:5433/t1', { ...plain, host: '::1' }],
    ['postgres://127.0.0.1', { ...plain, port: 5432, user: me, database: me }],
    // A Unix socket, in three ways of writing.
    ['postgres:///t1?host=/run/pg&port=5433&user=postgres', { ...plain, host: '/run/pg' }],
    ['postgres://postgres@%2Frun%2Fpg:5433/t1', { ...plain, host: '/run/pg' }],
    ['postgres://postgres@localhost/t1?host=/run/pg&port=5433', { ...plain, host: '/run/pg' }],
    ['postgres://postgres@127.0.0.1:5433/t1?sslmode=disable&channel_binding=prefer', plain],
    ['postgres://postgres@127.0.0.1:5433/t1?sslmode=verify-full', { ...plain, sslMode: 'verify-full' }],
    ['postgres://postgres@127.0.0.1:5433/t1?sslmode=require&application_name=x', { ...plain, sslMode: 'require' }],
    [
      'postgres://postgres@127.0.0.1:5433/t1?sslmode=verify-ca&sslrootcert=/etc/ca.pem',
      { ...plain, sslMode: 'verify-ca', sslRootCertificate: '/etc/ca.pem' },
    ],
  ])('%s is understood', (url, expected) => {
    expect(read(url)).toEqual(expected);
  });

  test.each([
    ['postgres://u1:p@ss#1/ok%@127.0.0.1:5433/t1', { type: 'unescaped' }],
    ['postgres://u1:p@ss@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://u1:pa/ss@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://u1:pa?ss@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://u1:100%@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://u1:%FF@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://u1:se cret@127.0.0.1/t1', { type: 'unescaped' }],
    ['postgres://a,b/t1', { type: 'several-hosts' }],
    ['postgres://a:1,b:2/t1', { type: 'several-hosts' }],
    ['postgres:///t1?host=a,b', { type: 'several-hosts' }],
    ['postgres://a/t1?pgbouncer=true', { type: 'unknown-option', option: 'pgbouncer' }],
    ['postgres://a/t1?options=-c%20x', { type: 'unknown-option', option: 'options' }],
    ['postgres://a/t1?channel_binding=require', { type: 'unsupported-value', option: 'channel_binding' }],
    ['postgres://a/t1?sslmode=secret', { type: 'unsupported-value', option: 'sslmode' }],
    ['postgres://a:99999/t1', { type: 'unsupported-value', option: 'port' }],
    ['mysql://a/t1', { type: 'no-address' }],
    ['postgres://', { type: 'no-address' }],
    ['host=a dbname=t1', { type: 'no-address' }],
  ])('%s is refused by name', (url, expected) => {
    expect(read(url)).toEqual(expected);
  });

  test('that is refused never shows its password; one that is understood gives it back whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (password) => {
        const raw = parseAddress(`postgres://u:geheim${password}@h/d`);
        if (!raw.ok) expect(JSON.stringify(raw.error)).not.toContain('geheim');
        expect(read(`postgres://u:${encodeURIComponent(password)}@h/d`)).toMatchObject({ host: 'h', password });
      }),
    );
  });
});
