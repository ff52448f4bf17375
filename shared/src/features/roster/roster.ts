/** The roster 名册 as offices keep it: a spreadsheet with a line for each person, the lines of a household together. */
import type { LocalDate } from '../../kernel/time';
import type { Gender, Relation, Residence } from '../households/household';

/** A cell as it is found; an empty one is not found. */
export type RosterCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error' };

/** The columns of the roster, in their order on the sheet. */
export const ROSTER_COLUMNS = [
  'village',
  'group',
  'courtyard',
  'number',
  'door',
  'name',
  'relation',
  'gender',
  'birthDate',
  'idNumber',
  'phone',
  'residence',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** Something that must be put right before anything is written. Its message never repeats what stands in the cell. */
export interface Finding {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** The spreadsheet's letters: `J`; '' where the whole row is meant. */
  readonly column: string;
  /** The column's heading as we say it: 身份证号; '' as above. */
  readonly heading: string;
  /** A sentence that says what to do. */
  readonly message: string;
}

/** Where a line stands. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** A person as their line says; what the line leaves open is not there. */
export interface RosterPerson {
  readonly at: Place;
  /** Letters of the columns on this sheet, for findings. */
  readonly letters: Readonly<Partial<Record<RosterColumn, string>>>;
  readonly villageId: string;
  readonly groupId?: string;
  readonly courtyardId?: string;
  readonly number: string;
  readonly door?: string;
  readonly name: string;
  readonly relation: Relation;
  readonly gender?: Gender;
  readonly birthDate?: LocalDate;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly residence?: Residence;
}

/** A household as its lines say, its head first. */
export interface RosterHousehold {
  readonly villageId: string;
  readonly groupId?: string;
  readonly courtyardId?: string;
  readonly number: string;
  readonly door?: string;
  readonly people: readonly RosterPerson[];
}
