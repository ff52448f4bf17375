import { filesContract, PHOTO_PART } from '@xiangyue/shared/features/files/files.contract';
import type { Route } from '@xiangyue/shared/kernel/contract';
import { FILE_PART, fileAnswer } from '@xiangyue/shared/kernel/transfer';
import { z } from 'zod';
import { API_PREFIX } from './contract-router';
import type { MountedRoute } from './implement';

/** Counts up when a phone with an old version of the app could no longer talk to the service. */
const API_VERSION = '1';

type JsonSchema = Record<string, unknown>;

const BINARY: JsonSchema = { type: 'string', format: 'binary' };

const problemSchema = z.toJSONSchema(
  z.object({
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  }),
);

/** The OpenAPI 3.1 document of everything that is mounted, made from the contracts. */
export function openApiDocument(routes: readonly MountedRoute[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const { upload } = filesContract;
  paths[API_PREFIX + upload.path] = { post: uploadOperation(upload) };
  for (const { name, route } of routes) {
    const path = API_PREFIX + route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        tags: [name.split('.')[0]],
        parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
        ...(Object.keys(route.body.shape).length > 0 && { requestBody: bodyOf(route) }),
        responses: responses(route.output, route.problems),
      },
    };
  }
  return { openapi: '3.1.0', info: { title: '乡约', version: API_VERSION }, paths };
}

function bodyOf({ body, fileMaxBytes }: Route): JsonSchema {
  if (fileMaxBytes > 0) return formBody(body, FILE_PART);
  return { required: true, content: { 'application/json': { schema: inputSchema(body) } } };
}

function formBody(fields: z.ZodObject, part: string): JsonSchema {
  const form = inputSchema(fields) as { properties: Record<string, JsonSchema> };
  form.properties[part] = BINARY;
  return { required: true, content: { 'multipart/form-data': { schema: form } } };
}

function uploadOperation({ summary, fields, output, problems }: typeof filesContract.upload): JsonSchema {
  return {
    operationId: 'files.upload',
    summary,
    tags: ['files'],
    requestBody: formBody(fields.extend({ [PHOTO_PART]: z.string() }), PHOTO_PART),
    responses: responses(output, problems),
  };
}

function responses(output: z.ZodType, problems: readonly string[]): JsonSchema {
  return {
    200: { description: '成功', content: output === fileAnswer ? { '*/*': { schema: BINARY } } : json(output) },
    default: {
      description: ['没有办成；code 说明原因', ...problems].join('，'),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  };
}

function json(output: z.ZodType): JsonSchema {
  return { 'application/json': { schema: z.toJSONSchema(output) } };
}

function parametersOf(fields: z.ZodObject, place: 'path' | 'query'): JsonSchema[] {
  return Object.entries(fields.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: inputSchema(field as z.ZodType),
  }));
}

function inputSchema(type: z.ZodType): JsonSchema {
  return z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
}
