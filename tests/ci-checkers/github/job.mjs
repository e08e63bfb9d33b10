// One job, in one combination of its matrix, in a workspace that is empty at first.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { statusFunctions } from './functions.mjs';
import { legName } from './matrix.mjs';
import { runStep } from './steps.mjs';
import { child, text, texts, valueOf } from './values.mjs';

const LONGEST_MINUTES = 360;

/** Runs the steps; gives result, outputs, environment, artifacts and steps. */
export async function runJob(definition, { matrix, strategy, needs, run, workflow, signal }) {
  const name = legName(definition.id, matrix);
  const folder = path.join(run.folder, 'jobs', `${run.prefix}${name}`.replace(/[^\w.-]+/g, '_'));
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(path.join(folder, 'temp'), { recursive: true });
  fs.mkdirSync(workspace, { recursive: true });

  const job = {
    run, folder, workspace, signal,
    line: line => run.log(`${run.prefix}${name}`, line),
    status: 'success', steps: {}, env: {}, paths: [], uploaded: [], summary: '', files: 0,
    contexts: () => ({
      github: { ...run.github, job: definition.id, workspace }, needs, matrix, strategy, inputs: run.inputs, vars: run.vars, secrets: run.secrets,
      env: job.env, steps: job.steps, job: { status: job.status }, runner: { os: 'Linux', arch: 'X64', temp: path.join(folder, 'temp'), name: os.hostname() },
    }),
  };
  const value = (token, status = job.status) => valueOf(token, job.contexts(), statusFunctions(status, workspace));
  const own = key => value(child(definition.raw, key));
  job.env = { ...texts(value(child(workflow.root, 'env'))) };
  job.env = { ...job.env, ...texts(own('env')) };
  job.defaults = { ...value(child(workflow.root, 'defaults'))?.run, ...own('defaults')?.run };
  job.variables = variables(run, definition, job);
  job.deadline = Date.now() + (own('timeout-minutes') ?? LONGEST_MINUTES) * run.minute;

  const report = { job: `${run.prefix}${name}`, id: definition.id, matrix, runsOn: own('runs-on') };
  if (!run.ignoresServices && (child(definition.raw, 'services') || child(definition.raw, 'container'))) {
    job.line('services and containers are not started here; strip them, or run with --ignore-services');
    return { ...report, result: 'failure', outputs: {}, steps: [], artifacts: [] };
  }

  const steps = [];
  for (const step of definition.steps) {
    if (signal.aborted && job.status === 'success') cancel(job);
    const done = await runStep(step, job);
    job.steps[step.id] = { outcome: done.outcome, conclusion: done.conclusion, outputs: done.outputs };
    steps.push({ name: done.name, outcome: done.outcome });
    if (done.conclusion === 'cancelled') cancel(job);
    if (done.conclusion === 'failure' && job.status === 'success') job.status = 'failure';
  }

  const environment = own('environment');
  return {
    ...report,
    result: job.status,
    effective: job.status === 'failure' && own('continue-on-error') === true ? 'success' : job.status,
    environment: typeof environment === 'string' ? { name: environment } : environment,
    outputs: withoutSecrets(texts(own('outputs')), run, job),
    artifacts: job.uploaded,
    summary: job.summary || undefined,
    steps,
  };
}

// Steps that always run have five more minutes.
function cancel(job) {
  job.status = 'cancelled';
  job.deadline = Date.now() + 5 * job.run.minute;
  job.signal = new AbortController().signal;
}

// GitHub drops such an output and says so only in the log.
function withoutSecrets(outputs, run, job) {
  const secret = ([name, value]) => Object.values(run.secrets).some(one => one && value.includes(one)) && (job.line(`Skip output '${name}' since it may contain secret.`), true);
  return Object.fromEntries(Object.entries(outputs).filter(entry => !secret(entry)));
}

function variables(run, definition, job) {
  const github = run.github;
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GITHUB_|RUNNER_|CI_|GITLAB_)/.test(name)));
  return {
    ...kept, CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', RUNNER_TEMP: path.join(job.folder, 'temp'),
    GITHUB_WORKSPACE: job.workspace, GITHUB_JOB: definition.id, GITHUB_REF: github.ref, GITHUB_REF_NAME: github.ref_name, GITHUB_REF_TYPE: github.ref_type,
    GITHUB_BASE_REF: github.base_ref, GITHUB_HEAD_REF: github.head_ref, GITHUB_SHA: github.sha, GITHUB_EVENT_NAME: github.event_name,
    GITHUB_EVENT_PATH: run.eventFile, GITHUB_REPOSITORY: github.repository, GITHUB_REPOSITORY_OWNER: text(github.repository).split('/')[0],
    GITHUB_ACTOR: github.actor, GITHUB_WORKFLOW: github.workflow, GITHUB_RUN_ID: github.run_id, GITHUB_RUN_NUMBER: github.run_number,
    GITHUB_RUN_ATTEMPT: github.run_attempt, GITHUB_SERVER_URL: github.server_url, GITHUB_API_URL: github.api_url,
  };
}
