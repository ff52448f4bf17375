/** Reading the XML of a workbook's parts as it is unpacked: events, never a tree, and nothing that a document can define. */
import { SaxesParser } from 'saxes';
import { XlsxError } from './xlsx-limits';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: some programs write `<x:row>`. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Feeds a part to a reader, a chunk at a time; between chunks other requests have their turn. Throws an XlsxError for what
 * is no XML, and for a document type: a workbook has none, and it is where a few lines can stand for gigabytes.
 */
export async function readXml(chunks: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new XlsxError('broken', error);
  });
  parser.on('doctype', () => {
    throw new XlsxError('broken');
  });
  parser.on('opentag', (tag) => reader.open(localName(tag.name), tag.attributes));
  if (reader.close) parser.on('closetag', (tag) => reader.close?.(localName(tag.name)));
  if (reader.text) {
    parser.on('text', (text) => reader.text?.(text));
    parser.on('cdata', (text) => reader.text?.(text));
  }
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
