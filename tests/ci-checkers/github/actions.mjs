// The few actions that are stood in for. Any other fails its step: what it does is not known here.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Runs the action of a step; gives its outputs and what it uploaded. */
export function runAction(uses, with_, { workspace, run, line }) {
  const name = uses.replace(/@.*$/, '');
  line(`uses ${uses}`);
  switch (name) {
    case 'actions/checkout': checkout(run.source, path.resolve(workspace, with_.path || '.'), with_['fetch-depth'] ?? '1'); return {};
    case 'actions/upload-artifact': return { artifact: run.artifacts.upload(with_, workspace, line) };
    case 'actions/download-artifact': run.artifacts.download(with_, workspace); return {};
    case 'actions/cache': case 'actions/cache/restore': return { outputs: { 'cache-hit': '' } };
    case 'actions/cache/save': case 'actions/setup-dotnet': return {};
    default:
      if (run.pretended.has(name)) return {};
      throw new Error(`${name} is not executed here, and nothing stands in for it`);
  }
}

// A repository is cloned, so that only what is committed arrives; any other folder is copied.
function checkout(source, target, depth) {
  fs.mkdirSync(target, { recursive: true });
  if (!fs.existsSync(path.join(source, '.git'))) return fs.cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  const git = (...words) => execFileSync('git', ['-C', target, ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `file://${fs.realpathSync(source)}`);
  git('fetch', '--quiet', ...depth === '0' ? ['--tags'] : [`--depth=${depth}`], 'origin', 'HEAD');
  git('checkout', '--quiet', '--force', 'FETCH_HEAD');
}
