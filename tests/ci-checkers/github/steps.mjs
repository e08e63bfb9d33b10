// One step of a job: whether it runs, and what came of it.
import path from 'node:path';
import { runAction } from './actions.mjs';
import { envFiles } from './env-files.mjs';
import { statusFunctions } from './functions.mjs';
import { runScript } from './shell.mjs';
import { child, holds, text, texts, valueOf } from './values.mjs';

/** Runs the step and keeps in the job what it changes there; gives outcome, conclusion and outputs. */
export async function runStep(step, job) {
  const functions = statusFunctions(job.status, job.workspace);
  const value = name => valueOf(child(step.raw, name), job.contexts(), functions);
  const name = text(valueOf(step.name, job.contexts(), functions)) || step.id;
  if (!holds(step.if, job.contexts(), functions)) return { id: step.id, name, outcome: 'skipped', conclusion: 'skipped', outputs: {} };

  let outputs = {};
  let outcome = 'success';
  try {
    const env = { ...job.env, ...texts(value('env')) };
    const given = () => valueOf(child(step.raw, 'run') ?? child(step.raw, 'with'), { ...job.contexts(), env }, functions);
    if (step.uses) {
      const done = runAction(step.uses.value, texts(given()), job);
      outputs = done.outputs ?? {};
      if (done.artifact) job.uploaded.push(done.artifact);
    } else {
      ({ outcome, outputs } = await runLines(text(given()), env, value, job));
    }
  } catch (error) {
    job.line(`${name}: ${error.message}`);
    outcome = 'failure';
  }

  const conclusion = outcome === 'failure' && value('continue-on-error') === true ? 'success' : outcome;
  return { id: step.id, name, outcome, conclusion, outputs };
}

async function runLines(script, env, value, job) {
  const files = envFiles(path.join(job.folder, 'step-files', String(job.files++)));
  const minutes = value('timeout-minutes');
  const limit = minutes === undefined ? Infinity : minutes * job.run.minute;
  const left = job.deadline - Date.now();
  const ended = await runScript({
    script,
    shell: value('shell') ?? job.defaults.shell,
    cwd: path.resolve(job.workspace, value('working-directory') ?? job.defaults['working-directory'] ?? '.'),
    env: { ...job.variables, ...env, ...files.variables, PATH: [...job.paths, process.env.PATH].join(':') },
    limit: Math.max(0, Math.min(limit, left)),
    signal: job.signal,
    line: job.line,
  });

  const { outputs, env: set, paths, summary } = files.read();
  Object.assign(job.env, set);
  job.paths.unshift(...paths.reverse());
  job.summary += summary;
  if (ended === 'timeout') {
    job.line(limit <= left ? `The action has timed out after ${minutes} minutes.` : 'The job has exceeded the maximum execution time.');
    return { outcome: limit <= left ? 'failure' : 'cancelled', outputs };
  }
  return { outcome: ended, outputs };
}
