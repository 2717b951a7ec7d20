import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';

/** What an operator can set, all by environment and all with a default. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Where the list of erased texts is kept: absolute, and outside the database. */
  readonly erasedList: string;
  /** Undefined: the house starts its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Where people reach the house, when that is not simply the host and port it listens on. */
  readonly publicUrl: URL | undefined;
  /** Whom other software's makers can write to about this house: it stands in the description of the API. */
  readonly contactEmail: string;
  /** How many proxies stand before us and add to X-Forwarded-For. */
  readonly trustedProxies: number;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** The server that brings mail, and the address it comes from. Undefined: everything is asked in the app. */
  readonly mail: { readonly url: URL; readonly from: string } | undefined;
  /** Whether people reach the house over https: by its own certificate or by what stands before it. */
  readonly secure: boolean;
}

/** A setting that cannot be right, in one sentence per language. */
export interface WrongSetting {
  readonly wrong: string;
  readonly nl: string;
  readonly en: string;
}

export interface Environment {
  readonly [name: string]: string | undefined;
}

export function readSettings(environment: Environment): Settings | WrongSetting {
  const port = readNumber(environment, 'PORT', 3000, 65_535);
  if (typeof port === 'object') return port;
  const trustedProxies = readNumber(environment, 'TRUST_PROXY', 0, 20);
  if (typeof trustedProxies === 'object') return trustedProxies;
  const publicUrl = readPublicUrl(given(environment, 'PUBLIC_URL'));
  if (publicUrl && 'wrong' in publicUrl) return publicUrl;
  const databaseUrl = given(environment, 'DATABASE_URL');
  if (databaseUrl !== undefined && !isPostgresUrl(databaseUrl)) return WRONG_DATABASE;
  const contactEmail = given(environment, 'CONTACT_EMAIL') ?? MAINTAINERS;
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contactEmail)) return wrongEmail(contactEmail);
  const tls = readTls(given(environment, 'TLS_CERT'), given(environment, 'TLS_KEY'));
  if (tls && 'wrong' in tls) return tls;
  const mail = readMail(given(environment, 'SMTP_URL'), given(environment, 'MAIL_FROM'), publicUrl);
  if (mail && 'wrong' in mail) return mail;
  const dataDir = resolve(given(environment, 'DATA_DIR') ?? './data');
  return {
    port,
    host: given(environment, 'HOST') ?? '127.0.0.1',
    dataDir,
    erasedList: resolve(given(environment, 'ERASED_LIST') ?? join(dataDir, 'erased-texts')),
    databaseUrl,
    publicUrl,
    contactEmail,
    trustedProxies,
    tls,
    mail,
    secure: publicUrl ? publicUrl.protocol === 'https:' : tls !== undefined,
  };
}

/** An empty value is what a compose file makes of an unset one. */
function given(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

function readNumber(environment: Environment, name: string, otherwise: number, most: number): number | WrongSetting {
  const value = given(environment, name);
  if (value === undefined) return otherwise;
  if (/^\d{1,5}$/.test(value) && Number(value) <= most) return Number(value);
  return {
    wrong: name,
    nl: `${name} is "${value}", maar moet een heel getal van 0 tot en met ${most} zijn.`,
    en: `${name} is "${value}", but has to be a whole number from 0 to ${most}.`,
  };
}

function readPublicUrl(value: string | undefined): URL | WrongSetting | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  return plain
    ? url
    : {
        wrong: 'PUBLIC_URL',
        nl: `PUBLIC_URL is "${value}", maar moet een adres zonder pad zijn, zoals https://samenspraak.voorbeeld.nl.`,
        en: `PUBLIC_URL is "${value}", but has to be an address without a path, such as https://samenspraak.example.org.`,
      };
}

/** As long as nobody says who runs the house. */
const MAINTAINERS = 'maintainers@samenspraak.example.org';

function wrongEmail(value: string): WrongSetting {
  return {
    wrong: 'CONTACT_EMAIL',
    nl: `CONTACT_EMAIL is "${value}", maar moet een mailadres zijn, zoals beheer@samenspraak.voorbeeld.nl.`,
    en: `CONTACT_EMAIL is "${value}", but has to be a mail address, such as admin@samenspraak.example.org.`,
  };
}

/** The address is not repeated: it may hold a password. */
const WRONG_DATABASE: WrongSetting = {
  wrong: 'DATABASE_URL',
  nl: 'DATABASE_URL moet beginnen met postgres:// of postgresql://. Laat hem weg om de meegeleverde database te gebruiken.',
  en: 'DATABASE_URL has to start with postgres:// or postgresql://. Leave it out to use the database that comes along.',
};

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

function readTls(cert: string | undefined, key: string | undefined): Settings['tls'] | WrongSetting {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) {
    return {
      wrong: cert === undefined ? 'TLS_CERT' : 'TLS_KEY',
      nl: 'TLS_CERT en TLS_KEY horen bij elkaar: geef allebei de bestanden, of geen van beide.',
      en: 'TLS_CERT and TLS_KEY belong together: give both files, or neither.',
    };
  }
  return unreadable('TLS_CERT', cert) ?? unreadable('TLS_KEY', key) ?? { cert, key };
}

function unreadable(name: string, path: string): WrongSetting | undefined {
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch {
    return {
      wrong: name,
      nl: `${name} wijst naar "${path}", maar dat bestand kunnen we niet lezen.`,
      en: `${name} points at "${path}", but we cannot read that file.`,
    };
  }
}

/** The address of the server is not repeated: it may hold a password. */
function readMail(url: string | undefined, from: string | undefined, publicUrl: URL | undefined): Settings['mail'] | WrongSetting {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined || publicUrl === undefined) {
    return {
      wrong: url === undefined ? 'SMTP_URL' : from === undefined ? 'MAIL_FROM' : 'PUBLIC_URL',
      nl: 'SMTP_URL, MAIL_FROM en PUBLIC_URL horen bij elkaar: een mailtje noemt het adres van dit huis. Geef alle drie, of laat SMTP_URL en MAIL_FROM weg.',
      en: 'SMTP_URL, MAIL_FROM and PUBLIC_URL belong together: a mail names the address of this house. Give all three, or leave out SMTP_URL and MAIL_FROM.',
    };
  }
  if (!/^smtps?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    return {
      wrong: 'SMTP_URL',
      nl: 'SMTP_URL moet beginnen met smtp:// of smtps:// en een server noemen, zoals smtps://naam:wachtwoord@post.voorbeeld.nl.',
      en: 'SMTP_URL has to start with smtp:// or smtps:// and name a server, such as smtps://name:password@post.example.org.',
    };
  }
  if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(from)) return { url: new URL(url), from };
  return {
    wrong: 'MAIL_FROM',
    nl: `MAIL_FROM is "${from}", maar moet één mailadres zijn, zoals samenspraak@voorbeeld.nl.`,
    en: `MAIL_FROM is "${from}", but has to be one mail address, such as samenspraak@example.org.`,
  };
}
