// Artifacts between jobs, with the rules of actions/upload-artifact and actions/download-artifact that surprise people.
import glob from 'fast-glob';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The artifacts of one run of a workflow. */
export class Artifacts {
  #folder;
  #names = new Set();

  constructor(folder) { this.#folder = folder; }

  /** Name and files with their hashes; null when nothing was found and that is allowed. */
  upload(with_, workspace, line) {
    const name = with_.name || 'artifact';
    if (/[":<>|*?\r\n\\/]/.test(name)) throw new Error(`The artifact name is not valid: ${name}`);
    const { root, files } = find(with_.path, workspace, with_['include-hidden-files'] === 'true');
    if (files.length === 0) {
      const message = `No files were found with the provided path: ${with_.path}. No artifacts will be uploaded.`;
      if (with_['if-no-files-found'] === 'error') throw new Error(message);
      line(message);
      return null;
    }
    if (this.#names.has(name) && with_.overwrite !== 'true') throw new Error(`Failed to CreateArtifact: an artifact with this name already exists on the workflow run: ${name}`);
    this.#names.add(name);
    const target = path.join(this.#folder, name);
    fs.rmSync(target, { recursive: true, force: true });
    // What is zipped comes back without the right to be executed.
    for (const file of files) copy(file, path.join(target, path.relative(root, file)), 0o644);
    return { name, files: hashes(target) };
  }

  /** Puts one artifact, those of a pattern, or all, where they are wanted. */
  download(with_, workspace) {
    const target = path.resolve(workspace, with_.path || '.');
    if (with_.name) {
      if (!this.#names.has(with_.name)) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${with_.name}`);
      return void this.#put(with_.name, target);
    }
    const expression = new RegExp(`^${(with_.pattern || '*').replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
    for (const name of [...this.#names].filter(candidate => expression.test(candidate))) {
      this.#put(name, with_['merge-multiple'] === 'true' ? target : path.join(target, name));
    }
  }

  #put(name, target) {
    const source = path.join(this.#folder, name);
    for (const file of below(source)) copy(path.join(source, file), path.join(target, file), 0o644);
  }
}

// One searched file stands alone; otherwise paths start below what all searched paths have in common.
function find(patterns, workspace, hidden) {
  const lines = patterns.split('\n').map(line => line.trim()).filter(Boolean);
  const ignore = lines.filter(line => line.startsWith('!')).map(line => absolute(line.slice(1), workspace));
  const wanted = lines.filter(line => !line.startsWith('!')).map(line => absolute(line, workspace));
  const files = [...new Set(wanted.flatMap(pattern => search(pattern, ignore, hidden)))].sort();
  const starts = [...new Set(wanted.map(fixedPart))].filter((start, _, all) => !all.some(other => start.startsWith(`${other}/`)));
  const single = starts.length === 1 && files.length === 1 && files[0] === starts[0];
  return { files, root: single ? path.dirname(files[0]) : common(starts) };
}

// A name that begins with a dot hides what is below it, but not when the pattern starts further down.
function search(pattern, ignore, hidden) {
  const found = fs.existsSync(pattern) && fs.statSync(pattern).isFile()
    ? [pattern]
    : glob.sync([pattern, `${pattern}/**`], { dot: hidden, ignore: ignore.flatMap(one => [one, `${one}/**`]) });
  const above = path.dirname(fixedPart(pattern));
  return found.filter(file => hidden || !path.relative(above, file).split('/').some(part => part.startsWith('.')));
}

const absolute = (pattern, workspace) => path.resolve(workspace, pattern.replace(/^~(?=\/)/, process.env.HOME ?? '~'));

function fixedPart(pattern) {
  const parts = pattern.split('/');
  const at = parts.findIndex(part => /[*?[\]{}]/.test(part));
  return at < 0 ? pattern : parts.slice(0, at).join('/');
}

function common(paths) {
  const [first, ...others] = paths.map(one => one.split('/'));
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join('/') || '/';
}

function copy(source, target, mode) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(source, target);
  fs.chmodSync(target, mode);
}

const below = folder => glob.sync('**', { cwd: folder, dot: true }).sort();
const hashes = folder => Object.fromEntries(below(folder).map(file => [file, createHash('sha256').update(fs.readFileSync(path.join(folder, file))).digest('hex')]));
