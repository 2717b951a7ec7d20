import { openLink } from '../../link.server.ts';
import type { Actions } from './$types';

export const actions: Actions = { default: openLink };
