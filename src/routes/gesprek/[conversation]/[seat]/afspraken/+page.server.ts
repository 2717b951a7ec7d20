import { scopeReport } from '#report/scope.ts';
import { m } from '#words/compiled/messages.js';
import { error } from '@sveltejs/kit';
import { FIRST, moreOfScope, scopeLines } from '../../../../scopeWords.ts';
import { whoseSeat } from '../../../at.server.ts';
import type { PageServerLoad } from './$types';

/** All in words: what stands on this page is not in the script that a phone loads first. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { at } = await whoseSeat({ locals, params });
  const told = await locals.house.app.read(at.conversation, ({ state }, words) => {
    const scope = scopeReport(state, words);
    return { rules: state.format.houseRules, lines: scopeLines(scope, FIRST), more: moreOfScope(scope) };
  });
  if (!told) error(404);
  return { ...told, title: m.phone_about_title(), rulesTitle: m.phone_house_rules() };
};
