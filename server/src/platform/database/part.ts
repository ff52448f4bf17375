import { Schema, type SchemaDefinition } from 'mongoose';

/** The schema of a part of a document: it has no id of its own. */
export function part(fields: SchemaDefinition): Schema {
  return new Schema(fields, { _id: false });
}
