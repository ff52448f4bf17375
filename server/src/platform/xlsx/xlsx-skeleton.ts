/** The XML of a workbook of texts (ECMA-376), no more of it than spreadsheets ask for. */
import type { RowLook } from './write-xlsx';
import { lettersOf } from './xlsx-text';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in the list of formats below. Number format 49 is text. */
const LOOKS: Readonly<Record<RowLook | 'heading', number>> = { plain: 1, heading: 2, example: 3, note: 4 };

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3">${font('')}${font('<b/>')}${font(
  '<i/>',
  'FF6B6259',
)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0EF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/>${format(
  'fontId="0" fillId="0"',
)}${format('fontId="1" fillId="2" applyFont="1" applyFill="1"')}${format('fontId="2" fillId="0" applyFont="1"')}<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function font(look: string, colour = 'FF2A2622'): string {
  return `<font>${look}<sz val="11"/><color rgb="${colour}"/><name val="等线"/></font>`;
}

function format(attributes: string): string {
  return `<xf numFmtId="49" ${attributes} borderId="0" xfId="0" applyNumberFormat="1"/>`;
}

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`;

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

export function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part(
    'workbook.xml',
    'sheet.main',
  )}${part('styles.xml', 'styles')}${numbered(sheets, (i) => part(`worksheets/sheet${i}.xml`, 'worksheet'))}</Types>`;
}

export function workbookRelations(sheets: number): string {
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${numbered(sheets, (i) =>
    relation(String(i), 'worksheet', `worksheets/sheet${i}.xml`),
  )}${relation('styles', 'styles', 'styles.xml')}</Relationships>`;
}

/** @param hidesLast whether the last sheet is kept from view */
export function workbook(names: readonly string[], hidesLast: boolean): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered(names.length, (i) => {
    const state = hidesLast && i === names.length ? ' state="hidden"' : '';
    return `<sheet name="${xmlText(names[i - 1] as string)}" sheetId="${i}"${state} r:id="rId${i}"/>`;
  })}</sheets></workbook>`;
}

/** The first row stays in sight; columns are text from the first row to the last, also where nothing was written. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${LOOKS.plain}" customWidth="1"/>`,
  );
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${widths.length > 0 ? frozen : ''}</sheetView></sheetViews>${
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  }<sheetData>`;
}

export function row(number: number, look: RowLook | 'heading', texts: readonly string[]): string {
  const cells = texts.map((text, i) =>
    text === ''
      ? ''
      : `<c r="${lettersOf(i)}${number}" s="${LOOKS[look]}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

interface ChoiceRule {
  /** `H2:H5001` */
  readonly cells: string;
  readonly range: string;
  readonly refusal: string;
}

export function sheetEnd(rules: readonly ChoiceRule[]): string {
  const written = rules.map(
    ({ cells, range, refusal }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从列表里选" error="${xmlText(refusal)}" sqref="${cells}"><formula1>${xmlText(range)}</formula1></dataValidation>`,
  );
  const validations =
    written.length > 0 ? `<dataValidations count="${written.length}">${written.join('')}</dataValidations>` : '';
  return `</sheetData>${validations}</worksheet>`;
}

function numbered(count: number, write: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => write(i + 1)).join('');
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters that XML cannot hold, control characters and halves of letters, are left out: no spreadsheet shows them. */
function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters to leave out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replaceAll(/[&<>"]/g, (letter) => NAMED[letter] as string)
  );
}
