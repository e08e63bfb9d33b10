// Runs the script of a step, and everything that it starts ends with it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// What the runner does where a step names no shell differs from what it does where the step names bash.
const SHELLS = {
  '': ['bash', '-e', '{0}'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  pwsh: ['pwsh', '-command', ". '{0}'"],
  python: ['python', '{0}'],
};

/** How the script ended: success, failure, timeout or cancelled. */
export function runScript({ script, shell = '', cwd, env, limit, signal, line }) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ghrun-step-')), 'script.sh');
  fs.writeFileSync(file, script);
  const [program, ...words] = (SHELLS[shell] ?? shell.split(' ')).map(word => word.replace('{0}', file));

  return new Promise(resolve => {
    const child = spawn(program, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let ended;
    const end = reason => {
      ended ??= reason;
      try { process.kill(-child.pid, 'SIGKILL'); } catch { /* it has ended */ }
    };
    const abort = () => end('cancelled');
    const timer = setTimeout(() => end('timeout'), limit);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', line);

    const done = result => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      fs.rmSync(path.dirname(file), { recursive: true, force: true });
      resolve(result);
    };
    child.on('error', error => { line(`${program}: ${error.message}`); done('failure'); });
    // What the script left in the background would keep the pipes open for ever.
    child.on('exit', code => { const result = ended ?? (code === 0 ? 'success' : 'failure'); end(result); child.once('close', () => done(result)); });
  });
}
