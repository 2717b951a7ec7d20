import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { readSettings } from '../../src/settings.ts';
import { freshFolder } from '../helpers/app.ts';

test('without any environment the house listens to this machine alone, with a database of its own', () => {
  assert.deepEqual(readSettings({}), {
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('./data'),
    erasedList: resolve('./data/erased-texts'),
    databaseUrl: undefined,
    publicUrl: undefined,
    contactEmail: 'maintainers@samenspraak.example.org',
    trustedProxies: 0,
    tls: undefined,
    mail: undefined,
    secure: false,
  });
});

test('an empty value counts as none, as compose files write it', () => {
  assert.deepEqual(readSettings({ PORT: '', HOST: '', DATABASE_URL: ' ', PUBLIC_URL: '' }), readSettings({}));
});

test('every setting can be set', (t) => {
  const folder = freshFolder(t);
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  for (const path of [cert, key]) writeFileSync(String(path), '');
  const settings = readSettings({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: folder,
    ERASED_LIST: join(folder, 'elsewhere'),
    DATABASE_URL: 'postgres://me@db/house',
    PUBLIC_URL: 'https://samenspraak.example.org',
    CONTACT_EMAIL: 'beheer@gemeente.example.org',
    TRUST_PROXY: '2',
    TLS_CERT: cert,
    TLS_KEY: key,
    SMTP_URL: 'smtps://me:geheim@post.example.org',
    MAIL_FROM: 'house@example.org',
  });
  assert.deepEqual(settings, {
    port: 8080,
    host: '0.0.0.0',
    dataDir: folder,
    erasedList: join(folder, 'elsewhere'),
    databaseUrl: 'postgres://me@db/house',
    publicUrl: new URL('https://samenspraak.example.org'),
    contactEmail: 'beheer@gemeente.example.org',
    trustedProxies: 2,
    tls: { cert, key },
    mail: { url: new URL('smtps://me:geheim@post.example.org'), from: 'house@example.org' },
    secure: true,
  });
});

test('cookies are for https alone where the house has a certificate, or stands behind one', (t) => {
  const folder = freshFolder(t);
  const [cert = '', key = ''] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  for (const path of [cert, key]) writeFileSync(path, '');
  const secure = (environment: Parameters<typeof readSettings>[0]) => {
    const settings = readSettings(environment);
    return 'wrong' in settings ? settings.wrong : settings.secure;
  };
  assert.equal(secure({ TLS_CERT: cert, TLS_KEY: key }), true);
  assert.equal(secure({ PUBLIC_URL: 'https://samenspraak.voorbeeld.nl' }), true);
  assert.equal(secure({ PUBLIC_URL: 'http://zaal.voorbeeld.nl' }), false);
});

const wrong: readonly (readonly [string, string])[] = [
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['TRUST_PROXY', 'yes'],
  ['CONTACT_EMAIL', 'beheer'],
  ['PUBLIC_URL', 'samenspraak.nl'],
  ['PUBLIC_URL', 'https://samenspraak.nl/huis'],
  ['PUBLIC_URL', 'ftp://samenspraak.nl'],
  ['DATABASE_URL', 'mysql://db/house'],
  ['TLS_CERT', '/nowhere/cert.pem'],
];

for (const [name, value] of wrong) {
  test(`${name}=${value} is refused in a sentence per language`, () => {
    const refusal = readSettings({ [name]: value });
    assert.ok('wrong' in refusal);
    for (const sentence of [refusal.nl, refusal.en]) assert.match(sentence, new RegExp(`${name}.*[.]$`));
  });
}

test('a password in a wrong address of the database or the mail server is not repeated', () => {
  assert.doesNotMatch(JSON.stringify(readSettings({ DATABASE_URL: 'mysql://me:geheim@db/house' })), /geheim/);
  assert.doesNotMatch(JSON.stringify(readSettings({ ...MAIL, SMTP_URL: 'imap://me:geheim@post' })), /geheim/);
});

const MAIL = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'house@example.org', PUBLIC_URL: 'https://samenspraak.example.org' };
for (const [name, value] of [
  ['SMTP_URL', 'localhost:25'],
  ['SMTP_URL', ''],
  ['MAIL_FROM', 'Samenspraak <house@example.org>'],
  ['MAIL_FROM', ''],
  ['PUBLIC_URL', ''],
] as const) {
  test(`mail with ${name}=${value} is refused in a sentence per language`, () => {
    const refusal = readSettings({ ...MAIL, [name]: value });
    assert.ok('wrong' in refusal && refusal.wrong === name);
    for (const sentence of [refusal.nl, refusal.en]) assert.match(sentence, new RegExp(`${name}.*[.]$`));
  });
}
