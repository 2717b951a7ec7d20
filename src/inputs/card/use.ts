import type { InputUse, Perspective } from '#conversation/format.ts';
import type { TextId, Words } from '#conversation/words.ts';
import type { CardField, CardKind, CardText } from './kinds.ts';

/** A short text of one kind, with the fields that kind asks for. */
export interface CardUse extends InputUse {
  readonly kind: 'card';
  readonly card: CardKind;
  /** Absent: what the kind says. */
  readonly text?: CardText;
  /** Absent: the fields of the kind. An empty list: none. */
  readonly fields?: readonly CardField[];
  readonly maxWords?: number;
  /** How many cards: for each seat, or for the whole table when `by` says so. */
  readonly maximum?: number;
  readonly by?: 'seat' | 'table';
  /** The writer says for whom it is; `perspective` lets them name one. */
  readonly addressed?: readonly ('me' | 'another' | 'perspective')[];
  readonly links?: CardLinks;
}

/** Which earlier cards this one may, or must, point at. */
export interface CardLinks {
  readonly to: readonly string[];
  readonly label: Words;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Address = 'me' | 'another' | Perspective;
/** A text field holds a text id, a choice or a day holds its code; a field left open is not there. */
export type CardBody = {
  readonly card: CardKind;
  readonly text: TextId | null;
  readonly fields: { readonly [key: string]: string };
  readonly links: readonly string[];
  readonly to: Address | null;
};
/** What a screen gets. A text that was erased is null. */
export type CardView = {
  readonly card: CardKind;
  readonly text: string | null;
  readonly fields: { readonly [key: string]: string | null };
  readonly links: readonly string[];
  readonly to: Address | null;
};
