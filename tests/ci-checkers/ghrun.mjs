// Executes a GitHub workflow on this machine: GitHub's own parser and expression engine, and a loop of ours over jobs and steps.
// node --import ./jsonhook.mjs ghrun.mjs <workflow.yml> --source <folder> [--event push] [--ref refs/heads/main] [--input k=v]... [--secret k=v]...
//   [--var k=v]... [--pretend owner/action]... [--event-file event.json] [--report jobs.jsonl] [--parallel 2] [--minute 60000] [--ignore-services] [--artifacts folder]
// Not emulated: services, containers, real actions, concurrency, permissions, approvals.
// Exit code: 0 success, 1 a job failed, 2 refused by the parser or by the inputs, 3 the event does not start the workflow.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Artifacts } from './github/artifacts.mjs';
import { readInputs } from './github/inputs.mjs';
import { runWorkflow, slots } from './github/run.mjs';
import { notStarted } from './github/triggers.mjs';
import { RefusedError, readWorkflow } from './github/workflow.mjs';

const many = { type: 'string', multiple: true, default: [] };
const one = value => ({ type: 'string', default: value });
const { values: options, positionals: [file] } = parseArgs({
  allowPositionals: true,
  options: {
    source: one('.'), event: one('push'), ref: one('refs/heads/main'), base: one(''), sha: one(''), 'event-file': one(''), report: one(''), artifacts: one(''),
    parallel: one(String(os.availableParallelism())), minute: one('60000'), 'ignore-services': { type: 'boolean', default: false },
    input: many, secret: many, var: many, pretend: many,
  },
});
const pairs = list => Object.fromEntries(list.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

// The commit that is checked out there; zeros where the folder is no repository.
function head(source) {
  const { status, stdout } = spawnSync('git', ['-C', source, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '0'.repeat(40);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main() {
  const workflow = await readWorkflow(file);
  const given = pairs(options.input);
  const event = options['event-file'] ? JSON.parse(fs.readFileSync(options['event-file'], 'utf8')) : {};
  const github = {
    event_name: options.event, ref: options.ref, ref_name: options.ref.split('/').slice(2).join('/'), ref_type: options.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    base_ref: options.base, head_ref: event.pull_request?.head?.ref ?? '', sha: options.sha || head(options.source), actor: 'octocat', repository: 'octo/app', repository_owner: 'octo',
    workflow: workflow.name, run_id: '1', run_number: '1', run_attempt: '1', server_url: 'https://github.com', api_url: 'https://api.github.com', token: '',
    event: { ...event, ...(options.event === 'workflow_dispatch' ? { inputs: given } : {}) },
  };
  const reason = notStarted(workflow.events, github);
  if (reason) {
    console.error(`not started: ${reason}`);
    return 3;
  }

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ghrun-'));
  try {
    const secrets = pairs(options.secret);
    const eventFile = path.join(folder, 'event.json');
    fs.writeFileSync(eventFile, JSON.stringify(github.event));
    const run = {
      folder, github, secrets, eventFile, prefix: '', vars: pairs(options.var), source: path.resolve(options.source),
      inputs: options.event === 'workflow_dispatch' ? readInputs(workflow.events.workflow_dispatch?.inputs, given) : {},
      artifacts: new Artifacts(path.resolve(options.artifacts || path.join(folder, 'artifacts'))), pretended: new Set(options.pretend), ignoresServices: options['ignore-services'],
      minute: Number(options.minute), slots: slots(Number(options.parallel)),
      log: (job, line) => console.log(`${job} | ${Object.values(secrets).filter(Boolean).reduce((text, secret) => text.replaceAll(secret, '***'), line)}`),
    };
    const { reports, result } = await runWorkflow(workflow, run);
    const lines = reports.map(report => JSON.stringify(report));
    for (const line of lines) console.log(line);
    if (options.report) fs.writeFileSync(options.report, lines.map(line => `${line}\n`).join(''));
    console.log(result);
    return result === 'failure' || result === 'cancelled' ? 1 : 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
