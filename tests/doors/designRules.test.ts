import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Spectral, type RulesetDefinition } from '@stoplight/spectral-core';
import * as functions from '@stoplight/spectral-functions';
import { oas } from '@stoplight/spectral-rulesets';
import { load } from 'js-yaml';
import { openApi } from '#doors/api/openapi.ts';
import { ROUTES } from '#doors/api/routes.ts';

/** The API Design Rules of the Dutch government, as published: beside the project, not part of it. */
const RULES = fileURLToPath(new URL('../../../shared/data/adr/ruleset.yaml', import.meta.url));
const absent = existsSync(RULES) ? false : 'the published rule set is not beside the project';

const contact = { name: 'Samenspraak', email: 'beheer@gemeente.example.org', url: 'https://samenspraak.example.org' };
const described = openApi(ROUTES, contact);

test('the description keeps to the API Design Rules', { skip: absent }, async () => {
  assert.deepEqual(await faults(described), []);
});

test('the rules are really looked at', { skip: absent }, async () => {
  const { title, version } = described.info;
  const wrong = { ...described, info: { title, version }, servers: [{ url: '/' }], paths: { '/Ander_pad/': described.paths['/formats'] } };
  const found = await faults(wrong);
  for (const rule of ['info-contact', 'nlgov:include-major-version-in-uri', 'nlgov:paths-kebab-case', 'path-keys-no-trailing-slash'])
    assert.ok(
      found.some((fault) => fault.startsWith(`${rule} `)),
      rule,
    );
});

/** Errors and warnings alike. */
async function faults(document: object): Promise<readonly string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(rulesetIn(readFileSync(RULES, 'utf8')));
  const results = await spectral.run(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
  return results.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`);
}

/** In the file a function is named; here it has to be the function itself. */
function rulesetIn(yaml: string): RulesetDefinition {
  const { rules } = load(yaml) as { readonly rules: object };
  const ready: unknown = JSON.parse(JSON.stringify(rules), (key, value: unknown) => (key === 'function' ? functionCalled(value) : value));
  const ruleset: unknown = { extends: [[oas, 'off']], rules: ready };
  return ruleset as RulesetDefinition;
}

function functionCalled(name: unknown): unknown {
  const found: unknown = Reflect.get(functions, String(name));
  assert.equal(typeof found, 'function', String(name));
  return found;
}
