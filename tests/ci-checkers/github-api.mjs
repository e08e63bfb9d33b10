// node github-api.mjs OUTPUT: GitHub's own description of its REST API, cut to the paths that our client uses; the whole takes a server most of a minute to read.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const repository = '/repos/{owner}/{repo}';
const used = [
  '/user',
  `${repository}/commits/{commit_sha}/pulls`,
  `${repository}/issues/{issue_number}/comments`,
  `${repository}/issues/comments/{comment_id}`,
  `${repository}/deployments`,
  `${repository}/deployments/{deployment_id}/statuses`,
  `${repository}/check-runs`,
  `${repository}/check-runs/{check_run_id}`,
];

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const whole = JSON.parse(readFileSync(file, 'utf8'));
const cut = { openapi: whole.openapi, info: whole.info, servers: whole.servers, paths: {}, components: {} };

for (const path of used) {
  if (!whole.paths[path]) throw new Error(`GitHub no longer describes ${path}.`);
  cut.paths[path] = whole.paths[path];
  take(whole.paths[path]);
  for (const operation of Object.values(whole.paths[path])) {
    close(operation.requestBody?.content?.['application/json']?.schema);
  }
}
// GitHub's own example of a team lacks a field that its schema demands.
for (const team of Object.values(cut.components.examples).flatMap(example => example.value?.[0]?.requested_teams ?? [])) {
  team.type ??= 'organization';
}
writeFileSync(process.argv[2], JSON.stringify(cut));

// What is pointed at comes along, and what that points at.
function take(node) {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') {
      const [, , kind, name] = value.split('/');
      if (cut.components[kind]?.[name] === undefined) {
        (cut.components[kind] ??= {})[name] = whole.components[kind][name];
        take(whole.components[kind][name]);
      }
    } else {
      take(value);
    }
  }
}

// GitHub passes over fields that it does not know; ours would be a mistake.
function close(schema) {
  if (schema === undefined || typeof schema !== 'object') return;
  if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
  Object.values(schema.properties ?? {}).forEach(close);
  close(schema.items);
}
