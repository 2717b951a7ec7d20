import * as actions from './actions.ts';
import * as agreements from './agreements.ts';
import * as cards from './cards.ts';
import * as conversationOutcomes from './conversationOutcomes.ts';
import * as conversations from './conversations.ts';
import { describing } from './description.ts';
import * as devices from './devices.ts';
import * as entrances from './entrances.ts';
import * as formats from './formats.ts';
import * as harvest from './harvest.ts';
import * as invitations from './invitations.ts';
import * as joinCode from './joinCode.ts';
import * as joinings from './joinings.ts';
import * as leading from './leading.ts';
import * as leadingAfter from './leadingAfter.ts';
import * as library from './library.ts';
import * as libraryExchange from './libraryExchange.ts';
import * as links from './links.ts';
import * as organiserLinks from './organiserLinks.ts';
import * as outcomeSums from './outcomeSums.ts';
import * as outcomeKinds from './outcomeKinds.ts';
import * as outcomes from './outcomes.ts';
import * as owners from './owners.ts';
import * as paper from './paper.ts';
import * as receiptCards from './receiptCards.ts';
import * as receiptMails from './receiptMails.ts';
import * as receipts from './receipts.ts';
import * as rehearsals from './rehearsals.ts';
import * as reports from './reports.ts';
import type { Route } from './route.ts';
import * as stream from './stream.ts';
import * as tickets from './tickets.ts';
import * as tokens from './tokens.ts';
import * as trajectories from './trajectories.ts';
import * as trajectoryChanges from './trajectoryChanges.ts';
import * as views from './views.ts';

/** Each file exports its routes and nothing else. What is asked most often comes first. */
const FILES: readonly { readonly [name: string]: Route }[] = [
  actions,
  stream,
  views,
  joinings,
  invitations,
  cards,
  agreements,
  harvest,
  receipts,
  receiptCards,
  receiptMails,
  entrances,
  devices,
  conversations,
  reports,
  trajectories,
  trajectoryChanges,
  outcomes,
  conversationOutcomes,
  library,
  libraryExchange,
  outcomeKinds,
  outcomeSums,
  paper,
  leading,
  leadingAfter,
  joinCode,
  links,
  owners,
  tickets,
  rehearsals,
  organiserLinks,
  tokens,
  formats,
];
const ASKED = FILES.flatMap((file) => Object.values(file));

/** Everything that may be asked of `/v1`, and what describes it. */
export const ROUTES: readonly Route[] = [...ASKED, describing(ASKED)];
