import type { OnPaper } from '#conversation/paper.ts';
import type { Among } from '../among.ts';

/** What people can choose among with dots or in an order, on paper. */
export function onPaperAmong(among: Among, perOption: number, perPerson: number): OnPaper {
  return { options: 'options' in among ? among.options : null, perOption, perPerson };
}
