// The functions that GitHub's engine leaves to the runner.
import { data } from '@actions/expressions';
import glob from 'fast-glob';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const named = (name, call) => [name, { name, minArgs: 0, maxArgs: 255, call }];
const hash = content => createHash('sha256').update(content);

/** success(), failure(), cancelled(), always() for what has happened so far, and hashFiles() of a working copy. */
export function statusFunctions(status, workspace) {
  const is = expected => () => new data.BooleanData(status === expected);
  return new Map([
    named('always', () => new data.BooleanData(true)),
    named('success', is('success')),
    named('failure', is('failure')),
    named('cancelled', is('cancelled')),
    named('hashfiles', (...patterns) => new data.StringData(hashFiles(workspace, patterns.map(pattern => pattern.coerceString())))),
  ]);
}

function hashFiles(workspace, patterns) {
  if (!workspace) return '';
  const ignore = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1));
  const files = glob.sync(patterns.filter(pattern => !pattern.startsWith('!')), { cwd: workspace, ignore, dot: true }).sort();
  if (files.length === 0) return '';
  const all = createHash('sha256');
  for (const file of files) all.update(hash(fs.readFileSync(path.join(workspace, file))).digest());
  return all.digest('hex');
}
