// A workflow from its first job to its last: what may start starts, as many at a time as allowed.
import path from 'node:path';
import { statusFunctions } from './functions.mjs';
import { readInputs } from './inputs.mjs';
import { runJob } from './job.mjs';
import { combinations } from './matrix.mjs';
import { child, holds, text, texts, valueOf } from './values.mjs';
import { readWorkflow } from './workflow.mjs';

/** Runs all jobs; gives their reports and how the workflow ended. */
export async function runWorkflow(workflow, run) {
  const byId = Object.fromEntries(workflow.jobs.map(job => [job.id, job]));
  const started = {};
  const reports = [];
  const results = {};
  const start = job => started[job.id] ??= (async () => {
    await Promise.all(job.needs.map(need => start(byId[need])));
    const done = await runNeeded(job, { byId, results, run, workflow });
    results[job.id] = done;
    reports.push(...done.reports);
  })();
  await Promise.all(workflow.jobs.map(start));
  return { reports, results, result: worst(Object.values(results).map(one => one.result)) };
}

async function runNeeded(job, { byId, results, run, workflow }) {
  const needs = Object.fromEntries(job.needs.map(need => [need, { result: results[need].result, outputs: results[need].outputs }]));
  const before = [...ancestors(job, byId)].map(id => results[id].result);
  // A need that was skipped anywhere above holds up success(), though not failure().
  const status = before.includes('failure') ? 'failure' : before.every(result => result === 'success') ? 'success' : 'skipped';
  const functions = statusFunctions(status);
  const contexts = { github: run.github, needs, inputs: run.inputs, vars: run.vars };
  if (!holds(job.if, contexts, functions)) return { result: 'skipped', outputs: {}, reports: [{ job: `${run.prefix}${job.id}`, id: job.id, result: 'skipped' }] };
  if (job.type === 'reusableWorkflowJob') return runCalled(job, { contexts, functions, run, workflow });

  const strategy = valueOf(child(job.raw, 'strategy'), contexts, functions) ?? {};
  const legs = combinations(strategy.matrix);
  const stop = new AbortController();
  const atOnce = slots(strategy['max-parallel'] ?? legs.length);
  const reports = await Promise.all(legs.map((matrix, index) => atOnce(() => run.slots(async () => {
    const of = { 'fail-fast': strategy['fail-fast'] ?? true, 'job-index': index, 'job-total': legs.length, 'max-parallel': strategy['max-parallel'] ?? legs.length };
    if (stop.signal.aborted) return { job: `${run.prefix}${job.id} (${Object.values(matrix).join(', ')})`, id: job.id, matrix, result: 'cancelled', outputs: {} };
    const report = await runJob(job, { matrix, strategy: of, needs, run, workflow, signal: stop.signal });
    if (report.effective === 'failure' && of['fail-fast'] === true) stop.abort();
    return report;
  }))));
  // Legs overwrite each other's outputs; an empty value does not.
  const outputs = Object.assign({}, ...reports.map(report => Object.fromEntries(Object.entries(report.outputs).filter(([, value]) => value !== ''))));
  return { result: worst(reports.map(report => report.effective ?? report.result)), outputs, reports: reports.map(({ effective, ...report }) => report) };
}

// Only workflows of the same repository are called; another repository's is not here.
async function runCalled(job, { contexts, functions, run, workflow }) {
  if (!job.ref.value.startsWith('./')) throw new Error(`${job.ref.value} is not of this repository and cannot be called here`);
  const called = await readWorkflow(path.join(path.dirname(workflow.file), '../..', job.ref.value));
  const prefix = `${run.prefix}${job.id} / `;
  const all = { ...contexts, secrets: run.secrets };
  const inputs = readInputs(called.events.workflow_call?.inputs, valueOf(child(job.raw, 'with'), all, functions) ?? {});
  const secrets = job['inherit-secrets'] ? run.secrets : texts(valueOf(child(job.raw, 'secrets'), all, functions));
  const done = await runWorkflow(called, { ...run, prefix, inputs, secrets });
  const declared = child(child(child(called.root, 'on'), 'workflow_call'), 'outputs');
  const jobs = Object.fromEntries(Object.entries(done.results).map(([id, one]) => [id, { result: one.result, outputs: one.outputs }]));
  const outputs = valueOf(declared, { github: run.github, jobs, vars: run.vars, inputs }, statusFunctions('success')) ?? {};
  return { result: done.result, outputs: Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, text(output.value)])), reports: done.reports };
}

function ancestors(job, byId, found = new Set()) {
  for (const need of job.needs) if (!found.has(need)) ancestors(byId[need], byId, found.add(need));
  return found;
}

function worst(results) {
  return ['failure', 'cancelled'].find(result => results.includes(result)) ?? (results.every(result => result === 'skipped') ? 'skipped' : 'success');
}

/** At most so many at a time; the others wait in order. */
export function slots(count) {
  let free = Math.max(1, count);
  const waiting = [];
  return async work => {
    if (free > 0) free--; else await new Promise(resolve => waiting.push(resolve));
    try { return await work(); } finally { const next = waiting.shift(); if (next) next(); else free++; }
  };
}
